package io.queuejob.benchmark.pages;

import io.queuejob.benchmark.latency.Percentiles;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Results;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/** Reads what the pages of the admin read, from a table of millions of jobs. */
public final class PagesBench {
  private static final int TIMES = 20;
  private static final int WORKERS = 8;

  private static final String SLOWEST =
      """
      SELECT max_exec_time, regexp_replace(left(query, 60), '\\s+', ' ', 'g')
      FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND query NOT LIKE '%pg_stat_statements%'
      ORDER BY mean_exec_time DESC LIMIT 1
      """;

  private final DatabaseLogin login;
  private final PlanLog plans;
  private final Path folder;
  private final PrintStream out;

  /**
   * A course that is not run.
   *
   * @param login to an empty database
   * @param plans of that database
   * @param folder where a file for each reading tells the plans of its statements
   * @param out for people
   */
  public PagesBench(DatabaseLogin login, PlanLog plans, Path folder, PrintStream out) {
    this.login = login;
    this.plans = plans;
    this.folder = folder;
    this.out = out;
  }

  /** Fills an empty database, of whose jobs a tenth as many wait as are done, and reads. */
  public void measure(Results results, int done, int failed) throws Exception {
    try (EngineOutside engine = new EngineOutside(login, WORKERS)) {
      long began = System.nanoTime();
      new LongHistory(engine.table()).fill(done, done / 10, failed);
      out.printf(
          Locale.ROOT,
          "pages of the admin: %d done, %d waiting, %d failed, filled in %.0f s%n",
          done,
          done / 10,
          failed,
          (System.nanoTime() - began) / 1e9);
      Map<String, Callable<?>> readings = Readings.of(engine);
      for (Map.Entry<String, Callable<?>> reading : readings.entrySet()) {
        measure(results, reading.getKey(), reading.getValue());
      }
      explain(results, readings);
    }
  }

  private void explain(Results results, Map<String, Callable<?>> readings) throws Exception {
    Files.createDirectories(folder);
    long scans = 0;
    for (Map.Entry<String, Callable<?>> reading : readings.entrySet()) {
      List<String> found = plans.of(reading.getValue());
      Files.writeString(
          folder.resolve(reading.getKey() + ".txt"), String.join("\n\n", found) + "\n");
      scans += PlanLog.scansOfAll(found);
    }
    results.figure("pages_scans", scans);
    out.printf(Locale.ROOT, "plans of each page in %s; %d of them read all jobs%n", folder, scans);
  }

  private void measure(Results results, String name, Callable<?> reading) throws Exception {
    reading.call();
    List<Double> millis = new ArrayList<>();
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_stat_statements_reset()");
      for (int i = 0; i < TIMES; i++) {
        long began = System.nanoTime();
        reading.call();
        millis.add((System.nanoTime() - began) / 1e6);
      }
      Percentiles times = Percentiles.of(millis);
      results.figure("page_" + name + "_ms", times.at(95));
      report(results, statement, name, times);
    }
  }

  private void report(Results results, Statement statement, String name, Percentiles times)
      throws SQLException {
    try (ResultSet slowest = statement.executeQuery(SLOWEST)) {
      slowest.next();
      results.detail("page_" + name + "_statement_ms", slowest.getDouble(1));
      out.printf(
          Locale.ROOT,
          "  %-24s p50 %7.1f ms, p95 %7.1f ms; its slowest statement %7.1f ms: %s%n",
          name,
          times.at(50),
          times.at(95),
          slowest.getDouble(1),
          slowest.getString(2));
    }
  }
}
