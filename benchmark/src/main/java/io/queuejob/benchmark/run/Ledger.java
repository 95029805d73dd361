package io.queuejob.benchmark.run;

import io.queuejob.benchmark.measure.Meters;
import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The business table: one row for each effect of a job, without a unique constraint. */
public final class Ledger {

  /** The write of a job that took a while. Parameters: name of the job, milliseconds. */
  public static final String WRITE_LONG =
      "INSERT INTO ledger (name, began) VALUES (?, clock_timestamp() - ? * interval '1 ms')";

  private static final String MOST_AT_ONCE =
      """
      SELECT max(running) FROM (
        SELECT sum(step) OVER (ORDER BY at, step) AS running FROM (
          SELECT began AS at, 1 AS step FROM ledger UNION ALL SELECT at, -1 FROM ledger) AS steps)
        AS sums
      """;

  /** The business write of every job. Parameter: name of the job. */
  public static final String WRITE = "INSERT INTO ledger (name) VALUES (?)";

  private final DatabaseLogin login;
  private Meters meters;

  public Ledger(DatabaseLogin login) {
    this.login = login;
  }

  /** Meters of the ledger's server. */
  Meters meters() throws SQLException {
    if (meters == null) {
      meters = new Meters(login);
    }
    return meters;
  }

  public void create() throws SQLException {
    execute(
        "CREATE TABLE IF NOT EXISTS ledger (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
            + " name text NOT NULL, began timestamptz, at timestamptz NOT NULL DEFAULT clock_timestamp())");
  }

  public void clear() throws SQLException {
    execute("TRUNCATE ledger");
  }

  /**
   * Checks that every job left exactly one row.
   *
   * @param jobs number of jobs, named {@code 1} to {@code jobs}
   * @param lastCompletion query for the last completion's instant
   * @return seconds from the first effect to the last completion, by the database's clock
   */
  public double seconds(int jobs, String lastCompletion) throws SQLException {
    String sql =
        "SELECT count(*), count(DISTINCT name), extract(epoch FROM (%s) - min(at)) FROM ledger"
            .formatted(lastCompletion);
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      if (row.getInt(1) != jobs || row.getInt(2) != jobs) {
        throw new IllegalStateException(
            "expected %d effects of %d jobs, found %d effects of %d jobs; no figure counts"
                .formatted(jobs, jobs, row.getInt(1), row.getInt(2)));
      }
      return row.getDouble(3);
    }
  }

  /** How many jobs ran at the same time at most, by when they began and wrote. */
  public int mostAtOnce() throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(MOST_AT_ONCE)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
