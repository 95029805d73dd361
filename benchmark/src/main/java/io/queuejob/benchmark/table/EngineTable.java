package io.queuejob.benchmark.table;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The engine's own tables, filled and watched from outside. */
public final class EngineTable {

  public static final String LAST_COMPLETION = "SELECT max(finished) FROM queue_job.job";

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final long LOOK_NANOS = 250_000_000L;

  /** Parameters: function, number of jobs. */
  private static final String FILL =
      """
      INSERT INTO queue_job.job (function_id, origin, description, arguments)
      SELECT ?, 'engine', 'one row', '{"v":1,"args":["' || n || '"]}' FROM generate_series(1, ?) n
      """;

  private static final String SOME_WAIT = "SELECT EXISTS (SELECT FROM queue_job.job WHERE waits)";
  private static final String NOT_DONE =
      "SELECT EXISTS (SELECT FROM queue_job.job WHERE state <> 'done')";

  private final DatabaseLogin login;

  public EngineTable(DatabaseLogin login) {
    this.login = login;
  }

  /**
   * Makes jobs of one function wait, without ringing. They become visible with their statistics, in
   * one transaction, since every pulse of the engine looks for what waits.
   */
  public void fill(int function, int jobs) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        PreparedStatement fill = connection.prepareStatement(FILL)) {
      statement.execute("TRUNCATE queue_job.job, queue_job.claim, queue_job.job_run");
      connection.setAutoCommit(false);
      fill.setInt(1, function);
      fill.setInt(2, jobs);
      fill.executeUpdate();
      statement.execute("ANALYZE queue_job.job");
      connection.commit();
    }
  }

  /** Number of a function that an engine registered. */
  public int function(String name) throws SQLException {
    try (Connection connection = login.connect();
        PreparedStatement find =
            connection.prepareStatement("SELECT max(id) FROM queue_job.function WHERE name = ?")) {
      find.setString(1, name);
      try (ResultSet row = find.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Wakes the engine as another node would. */
  public void ring(int function) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("NOTIFY queue_job, 'work %d root'".formatted(function));
    }
  }

  /** Waits until every job is done; looks seldom, so as not to take part in the race. */
  public void awaitDone() throws SQLException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    try (Connection connection = login.connect();
        PreparedStatement waits = connection.prepareStatement(SOME_WAIT);
        PreparedStatement notDone = connection.prepareStatement(NOT_DONE)) {
      while (isTrue(waits) || isTrue(notDone)) {
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException("expected the jobs done within " + LONGEST);
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  private static boolean isTrue(PreparedStatement question) throws SQLException {
    try (ResultSet row = question.executeQuery()) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
