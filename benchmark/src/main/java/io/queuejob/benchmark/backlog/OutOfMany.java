package io.queuejob.benchmark.backlog;

import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Contestant;
import java.sql.SQLException;

/**
 * The first jobs out of very many that wait: the engine is let go, and paused again when enough
 * have run. What ran beyond that counts, too.
 */
final class OutOfMany implements Contestant {
  private final EngineOutside engine;

  OutOfMany(EngineOutside engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "engine, out of very many";
  }

  @Override
  public void fill(int jobs) throws SQLException {
    long waiting = engine.table().number("SELECT count(*) FROM queue_job.job WHERE waits");
    if (waiting < jobs) {
      throw new IllegalStateException(
          "expected %d waiting jobs or more, found %d".formatted(jobs, waiting));
    }
  }

  @Override
  public void drain(int jobs) throws SQLException {
    engine.table().goOn();
    engine.table().await("SELECT max(id) - min(id) >= %d FROM ledger".formatted(jobs - 1));
    engine.table().pause();
  }

  @Override
  public String lastCompletion() {
    return "SELECT max(finished) FROM queue_job.job WHERE state = 'done'";
  }

  /** One completion for each: what was done since the first effect of this round. */
  @Override
  public int ran(int jobs) {
    try {
      return (int)
          engine
              .table()
              .number(
                  """
                  SELECT count(*) FROM queue_job.job
                  WHERE state = 'done' AND finished >= (SELECT min(at) FROM ledger)
                  """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
