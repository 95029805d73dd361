package io.queuejob.benchmark.idle;

import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.table.EngineTable;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Statements of an idle node, counted by the server. */
public final class IdleBench {
  private static final String COUNT =
      """
      SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND query NOT LIKE '%pg_stat_statements%'
      """;

  /** Ten seconds after its start a node sees to the retention, and then once an hour. */
  private static final String CHORES_OF_A_START =
      "SELECT EXISTS (SELECT FROM queue_job.chore WHERE name = 'retention' AND ended IS NOT NULL)";

  /** From here on a measure is not part of a test, and has the time to wait for chores. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final EngineTable table;
  private final PrintStream out;

  public IdleBench(DatabaseLogin login, PrintStream out) {
    this.table = new EngineTable(login);
    this.out = out;
  }

  /** Counts for so long, with this node and no other on the database. */
  public void measure(Results results, EngineOutside idle, Duration time) throws Exception {
    idle.table().clear();
    if (time.compareTo(LONG) >= 0) {
      table.await(CHORES_OF_A_START);
    }
    Thread.sleep(Math.min(2_000, time.toMillis())); // what was before has died away
    table.number("SELECT 1 FROM pg_stat_statements_reset()");
    long began = System.nanoTime();
    Thread.sleep(time.toMillis());
    double perSecond = table.number(COUNT) / ((System.nanoTime() - began) / 1e9);
    results.figure("idle_statements", perSecond);
    out.printf(Locale.ROOT, "an idle node sends %.2f statements a second%n", perSecond);
  }
}
