package io.queuejob.benchmark.rival;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * A rival's own tables, watched from outside.
 *
 * @param pool their database
 * @param names those that hold its jobs, separated by commas
 * @param unfinished query that is true while a job waits or runs
 */
public record RivalTables(DataSource pool, String names, String unfinished) {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Seldom, so that the looks take no part in the race. */
  private static final long LOOK_NANOS = 250_000_000L;

  void execute(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void clear() throws SQLException {
    execute("TRUNCATE " + names);
  }

  /** As for the other contestants: a round begins with statistics. */
  void analyze() throws SQLException {
    execute("ANALYZE " + names);
  }

  void awaitDone() throws SQLException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (isUnfinished()) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "expected no job left in %s within %s".formatted(names, LONGEST));
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private boolean isUnfinished() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(unfinished)) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
