package io.queuejob.benchmark.backlog;

import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Contestant;
import io.queuejob.internal.job.ChannelPath;
import java.sql.SQLException;

/** The engine's own jobs, beside rows that stay. */
final class Beside implements Contestant {
  private final EngineOutside engine;
  private final String name;
  private final int function;
  private long before;

  Beside(EngineOutside engine, String name) {
    this.engine = engine;
    this.name = name;
    this.function = engine.number(EffectBean.WRITE);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void fill(int jobs) throws SQLException {
    before = engine.table().number("SELECT coalesce(max(id), 0) FROM queue_job.job");
    engine.table().insert(function, jobs);
  }

  @Override
  public void drain(int jobs) throws SQLException {
    engine.node().engine().ring(function, ChannelPath.ROOT);
    engine
        .table()
        .await(
            "SELECT NOT EXISTS (SELECT FROM queue_job.job WHERE waits AND function_id = %d)"
                .formatted(function));
    engine
        .table()
        .await(
            "SELECT NOT EXISTS (SELECT FROM queue_job.job WHERE id > %d AND state <> 'done')"
                .formatted(before));
  }

  @Override
  public String lastCompletion() {
    return "SELECT max(finished) FROM queue_job.job WHERE id > " + before;
  }
}
