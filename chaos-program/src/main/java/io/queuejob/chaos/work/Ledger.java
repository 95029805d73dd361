package io.queuejob.chaos.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The ledger of one node: a table without a unique constraint, in which each run leaves a row.
 *
 * @param dataSource joins the job's transaction
 * @param node name of the node
 */
public record Ledger(DataSource dataSource, String node) {
  /** Tables of the run. */
  public static final String TABLES =
      """
      CREATE TABLE IF NOT EXISTS ledger (id bigint GENERATED ALWAYS AS IDENTITY,
        number bigint NOT NULL, node text NOT NULL, began timestamptz NOT NULL,
        ended timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE TABLE IF NOT EXISTS first_time (number bigint PRIMARY KEY)
      """;

  /** Writes after some time, and holds the transaction open for some more. */
  public void write(long number, long millis, long pauseMillis)
      throws SQLException, InterruptedException {
    OffsetDateTime began = now();
    await(millis);
    record(number, began);
    await(pauseMillis);
  }

  /** Whether a job comes by for the first time; to be committed whatever becomes of the job. */
  public static boolean isFirstTime(Connection connection, long number) throws SQLException {
    try (PreparedStatement write =
        connection.prepareStatement(
            "INSERT INTO first_time (number) VALUES (?) ON CONFLICT DO NOTHING")) {
      write.setLong(1, number);
      return write.executeUpdate() == 1;
    }
  }

  private OffsetDateTime now() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class);
    }
  }

  private void record(long number, OffsetDateTime began) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement write =
            connection.prepareStatement(
                "INSERT INTO ledger (number, node, began) VALUES (?, ?, ?)")) {
      write.setLong(1, number);
      write.setString(2, node);
      write.setObject(3, began);
      write.executeUpdate();
    }
  }

  private static void await(long millis) throws InterruptedException {
    if (millis > 0) {
      new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
  }
}
