package io.queuejob.chaos.node;

import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The work of the jobs: one row of a ledger without a unique constraint, in the job's transaction.
 */
public class WorkBean {
  /** Tables of the run. */
  public static final String TABLES =
      """
      CREATE TABLE IF NOT EXISTS ledger (id bigint GENERATED ALWAYS AS IDENTITY,
        number bigint NOT NULL, node text NOT NULL, began timestamptz NOT NULL,
        ended timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE TABLE IF NOT EXISTS first_time (number bigint PRIMARY KEY)
      """;

  private static final Duration RETRY_DELAY = Duration.ofMillis(100);

  private final String node;
  private final DatabaseLogin login;
  private DataSource dataSource;

  /**
   * A bean on one node.
   *
   * @param node name of the node, for the ledger
   * @param login for what must survive the rollback of a job
   */
  public WorkBean(String node, DatabaseLogin login) {
    this.node = node;
    this.login = login;
  }

  /** The data source that joins the jobs' transactions. */
  public void openedBy(DataSource joined) {
    dataSource = joined;
  }

  /** Writes after some time, and holds the transaction open for some more. */
  public void write(long number, long millis, long pauseMillis) throws Exception {
    OffsetDateTime began = now();
    await(millis);
    record(number, began);
    await(pauseMillis);
  }

  /** Asks to be tried again the first time, after it has written. */
  public void retryOnce(long number, long millis, long pauseMillis) throws Exception {
    write(number, millis, pauseMillis);
    if (isFirstTime(number)) {
      throw new RetryableJobException("not yet", RETRY_DELAY);
    }
  }

  /** Fails for good the first time, after it has written. */
  public void failOnce(long number, long millis, long pauseMillis) throws Exception {
    write(number, millis, pauseMillis);
    if (isFirstTime(number)) {
      throw new JobFailedException("not without a person");
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

  private boolean isFirstTime(long number) throws SQLException {
    try (Connection connection = login.connect();
        PreparedStatement write =
            connection.prepareStatement(
                "INSERT INTO first_time (number) VALUES (?) ON CONFLICT DO NOTHING")) {
      write.setLong(1, number);
      return write.executeUpdate() == 1;
    }
  }

  private static void await(long millis) throws InterruptedException {
    if (millis > 0) {
      new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
  }
}
