package io.queuejob.engine.sums;

import io.queuejob.api.Delayed;
import io.queuejob.api.call.JobTransaction;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import java.time.Duration;

/** Jobs that end in the ways that are counted. */
public class CountedJobs {
  /** Is done. */
  public void pass() {
    // nothing to be done
  }

  /** Is done, with others in one transaction. */
  @Delayed(sharedTransaction = 50)
  public void small(int number) {
    if (number % 50 == 7) {
      throw new IllegalStateException("no good: " + number);
    }
  }

  /** Is done without a transaction. */
  @Delayed(transaction = JobTransaction.NONE)
  public void outside() {
    // nothing to be done
  }

  /** Fails. */
  public void fail() {
    throw new IllegalStateException("no good");
  }

  /** Asks for another attempt until there is none left. */
  public void retry() {
    throw new RetryableJobException("again", Duration.ofMillis(10));
  }

  /** Has nothing to do. */
  public void idle() {
    throw new NothingToDoException("nothing");
  }
}
