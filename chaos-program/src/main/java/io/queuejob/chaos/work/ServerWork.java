package io.queuejob.chaos.work;

import io.queuejob.api.Delayed;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.RetryableJobException;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Duration;
import javax.sql.DataSource;

/** The work of the jobs inside a server, in the job's JTA transaction. */
@Stateless
public class ServerWork {
  /** JNDI name of the data source. */
  public static final String DATA_SOURCE = "jdbc/queue";

  private static final Duration RETRY_DELAY = Duration.ofMillis(100);

  @Resource(lookup = DATA_SOURCE)
  private DataSource dataSource;

  @EJB private FirstTimes firstTimes;

  /** Writes after some time, and holds the transaction open for some more. */
  @Delayed
  public void write(long number, long millis, long pauseMillis) throws Exception {
    new Ledger(dataSource, System.getProperty("queue-job.node-name"))
        .write(number, millis, pauseMillis);
  }

  /** Asks to be tried again the first time, after it has written. */
  @Delayed
  public void retryOnce(long number, long millis, long pauseMillis) throws Exception {
    write(number, millis, pauseMillis);
    if (firstTimes.isFirst(number)) {
      throw new RetryableJobException("not yet", RETRY_DELAY);
    }
  }

  /** Fails for good the first time, after it has written. */
  @Delayed
  public void failOnce(long number, long millis, long pauseMillis) throws Exception {
    write(number, millis, pauseMillis);
    if (firstTimes.isFirst(number)) {
      throw new JobFailedException("not without a person");
    }
  }
}
