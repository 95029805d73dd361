package io.queuejob.chaos.node;

import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.chaos.work.Ledger;
import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The work of the jobs outside a server. */
public class WorkBean {
  private static final Duration RETRY_DELAY = Duration.ofMillis(100);

  private final String node;
  private final DatabaseLogin login;
  private Ledger ledger;

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
    ledger = new Ledger(joined, node);
  }

  /** Writes after some time, and holds the transaction open for some more. */
  public void write(long number, long millis, long pauseMillis) throws Exception {
    ledger.write(number, millis, pauseMillis);
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

  private boolean isFirstTime(long number) throws SQLException {
    try (Connection connection = login.connect()) {
      return Ledger.isFirstTime(connection, number);
    }
  }
}
