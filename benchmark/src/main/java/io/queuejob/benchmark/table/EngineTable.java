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
  private static final long SOON_NANOS = 20_000_000L;
  private static final long LOOK_NANOS = 250_000_000L;

  /** Parameters: function, names of the first and of the last. */
  private static final String FILL =
      """
      INSERT INTO queue_job.job (function_id, origin, description, arguments)
      SELECT ?, 'engine', 'one row', '{"v":1,"args":["' || n || '"]}'
      FROM generate_series(?, ?) n
      """;

  /** Parameters: function, number of jobs. */
  private static final String FILL_DONE =
      """
      INSERT INTO queue_job.job
        (function_id, origin, description, arguments, created, state, waits, finished)
      SELECT ?, 'engine', 'one row', '{"v":1,"args":["' || n || '"]}', clock_timestamp() - interval
        '1 day', 'done', false, clock_timestamp() - interval '1 day'
      FROM generate_series(1, ?) n
      """;

  /** Parameters: function, number of jobs. */
  private static final String FILL_RESTING =
      """
      INSERT INTO queue_job.job
        (function_id, origin, description, arguments, state, waits, failed, due, eta)
      SELECT ?, 'engine', 'one row', '{"v":1,"args":["' || n || '"]}', s.state, false, s.failed,
        s.due, s.due
      FROM generate_series(1, ?) n, (VALUES ('failed', true, NULL),
        ('pending', false, clock_timestamp() + interval '1 year')) AS s (state, failed, due)
      """;

  private static final String SOME_WAIT = "SELECT EXISTS (SELECT FROM queue_job.job WHERE waits)";
  private static final String NOT_DONE =
      "SELECT EXISTS (SELECT FROM queue_job.job WHERE state <> 'done')";

  /** Every node that lives has seen the channels as they are. */
  private static final String ALL_KNOW =
      """
      SELECT NOT EXISTS (SELECT FROM queue_job.node n, queue_job.configuration c
        WHERE n.state = 'alive' AND n.configuration_seen < c.version)
      """;

  /** No claim holds a job. */
  private static final String NONE_HELD =
      """
      SELECT NOT EXISTS (SELECT FROM queue_job.claim c CROSS JOIN LATERAL unnest(c.job_ids) AS m(id)
        JOIN queue_job.job j ON j.id = m.id AND j.token = c.token)
      """;

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
      fill.setInt(2, 1);
      fill.setInt(3, jobs);
      fill.executeUpdate();
      statement.execute("ANALYZE queue_job.job");
      connection.commit();
    }
  }

  /** Makes jobs of one function wait beside what is there, without ringing. */
  public void insert(int function, int jobs) throws SQLException {
    insertWaiting(function, jobs, jobs);
  }

  /** The same, so many to a transaction. */
  public void insertWaiting(int function, int jobs, int chunk) throws SQLException {
    try (Connection connection = login.connect();
        PreparedStatement fill = connection.prepareStatement(FILL)) {
      for (int first = 1; first <= jobs; first += chunk) {
        fill.setInt(1, function);
        fill.setInt(2, first);
        fill.setInt(3, Math.min(jobs, first + chunk - 1));
        fill.executeUpdate();
      }
    }
  }

  /** Stores jobs that were done yesterday, so many to a transaction. */
  public void insertDone(int function, int jobs, int chunk) throws SQLException {
    try (Connection connection = login.connect();
        PreparedStatement fill = connection.prepareStatement(FILL_DONE)) {
      for (int left = jobs; left > 0; left -= chunk) {
        fill.setInt(1, function);
        fill.setInt(2, Math.min(left, chunk));
        fill.executeUpdate();
      }
    }
  }

  /** Stores as many jobs that failed, and as many that become due in a year. */
  public void insertResting(int function, int jobs) throws SQLException {
    try (Connection connection = login.connect();
        PreparedStatement fill = connection.prepareStatement(FILL_RESTING)) {
      fill.setInt(1, function);
      fill.setInt(2, jobs);
      fill.executeUpdate();
    }
  }

  /** Gives all that waits to another function. */
  public void waitingBecome(int function) throws SQLException {
    execute("UPDATE queue_job.job SET function_id = " + function + " WHERE waits");
    execute("VACUUM ANALYZE queue_job.job");
  }

  /** The number that a query, or a statement that returns one, answers. */
  public long number(String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Empties the tables that jobs leave rows in. */
  public void clear() throws SQLException {
    execute("TRUNCATE queue_job.job, queue_job.claim, queue_job.job_run");
  }

  public void analyze() throws SQLException {
    execute("ANALYZE queue_job.job");
  }

  /** Lets nothing start from now on; returns when nothing runs. */
  public void pause() throws SQLException {
    stopStarting();
    await(NONE_HELD);
  }

  /** Lets nothing start from now on; what runs goes on. */
  public void stopStarting() throws SQLException {
    execute("UPDATE queue_job.channel SET paused = true WHERE path = 'root'");
    await(ALL_KNOW);
  }

  /** Lets jobs start again, and does not wait for it. */
  public void goOn() throws SQLException {
    execute("UPDATE queue_job.channel SET paused = false WHERE path = 'root'");
  }

  /** Executes a statement in a transaction of its own. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Waits until a question is answered with yes. */
  public void await(String question) throws SQLException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    try (Connection connection = login.connect();
        PreparedStatement asked = connection.prepareStatement(question)) {
      while (!isTrue(asked)) {
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException("expected within " + LONGEST + ": " + question);
        }
        LockSupport.parkNanos(SOON_NANOS);
      }
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
