package io.queuejob.benchmark.table;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * One well-designed queue table and its statements: a partial index on what waits, room in the page
 * for updates in place, claims in batches that skip locked rows, guarded completions.
 */
public final class PlainTable {

  /** Jobs of one claim. */
  public static final int BATCH = 50;

  /** Takes the first jobs. Parameters: token, number. */
  public static final String CLAIM =
      """
      UPDATE plain_job SET waits = false, token = ?
      WHERE id = ANY (ARRAY(
        SELECT id FROM plain_job WHERE waits ORDER BY priority, created, id LIMIT ?
        FOR UPDATE SKIP LOCKED))
      RETURNING id, name
      """;

  /** Stores one. Parameter: name. */
  public static final String STORE = "INSERT INTO plain_job (name) VALUES (?)";

  /** Guarded completion. Parameters: job, token. */
  public static final String COMPLETE =
      """
      UPDATE plain_job SET done = true, token = NULL, finished = clock_timestamp()
      WHERE id = ? AND token = ?
      """;

  public static final String LAST_COMPLETION = "SELECT max(finished) FROM plain_job WHERE done";

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS plain_job (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        waits boolean NOT NULL DEFAULT true, done boolean NOT NULL DEFAULT false, token bigint,
        priority integer NOT NULL DEFAULT 10,
        created timestamptz NOT NULL DEFAULT clock_timestamp(), finished timestamptz,
        name text NOT NULL) WITH (fillfactor = 75);
      CREATE INDEX IF NOT EXISTS plain_waiting ON plain_job (priority, created, id) WHERE waits
      """;

  private final DatabaseLogin login;

  public PlainTable(DatabaseLogin login) {
    this.login = login;
  }

  /**
   * A claimed job.
   *
   * @param id its number
   * @param name what it writes
   */
  public record Job(long id, String name) {}

  public void create() throws SQLException {
    execute(CREATE);
  }

  public void fill(int jobs) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("TRUNCATE plain_job");
      connection.setAutoCommit(false);
      statement.execute(
          "INSERT INTO plain_job (name) SELECT n::text FROM generate_series(1, %d) n"
              .formatted(jobs));
      statement.execute("ANALYZE plain_job");
      connection.commit();
    }
  }

  /** Stores jobs one by one, each in a transaction of its own. */
  public void fillOneByOne(DataSource pool, int jobs) throws SQLException {
    clear();
    for (int i = 1; i <= jobs; i++) {
      store(pool, String.valueOf(i));
    }
    analyze();
  }

  /** Stores one in a transaction of its own. */
  public static void store(DataSource pool, String name) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(STORE)) {
        statement.setString(1, name);
        statement.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  public void clear() throws SQLException {
    execute("TRUNCATE plain_job");
  }

  private void analyze() throws SQLException {
    execute("ANALYZE plain_job");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Takes a batch in a transaction of its own; empty when nothing waits. */
  public static List<Job> claim(Connection connection, long token) throws SQLException {
    return claim(connection, token, BATCH);
  }

  /** Takes at most so many in a transaction of its own; empty when nothing waits. */
  public static List<Job> claim(Connection connection, long token, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
      statement.setLong(1, token);
      statement.setInt(2, most);
      List<Job> jobs = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          jobs.add(new Job(row.getLong(1), row.getString(2)));
        }
      }
      return jobs;
    }
  }
}
