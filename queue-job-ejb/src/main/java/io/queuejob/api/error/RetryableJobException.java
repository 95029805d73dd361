package io.queuejob.api.error;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/**
 * Thrown by a job that wants to be tried again later. Its transaction is rolled back. While
 * attempts are left the job waits again; else it fails for good.
 */
@ApplicationException(rollback = true, inherited = true)
public class RetryableJobException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Duration delay;
  private final boolean countsAsRetry;

  /** Tries again after the default delay (10 minutes); the attempt counts. */
  public RetryableJobException(String message) {
    this(message, null, true);
  }

  /** Tries again after the delay (null: the default); the attempt counts. */
  public RetryableJobException(String message, Duration delay) {
    this(message, delay, true);
  }

  /**
   * Tries again after a delay.
   *
   * @param message why; kept with the attempt
   * @param delay how long to wait; null means the default (10 minutes)
   * @param countsAsRetry false if this attempt should not use up one of the allowed attempts
   */
  public RetryableJobException(String message, Duration delay, boolean countsAsRetry) {
    super(message);
    this.delay = delay;
    this.countsAsRetry = countsAsRetry;
  }

  /** How long to wait; null means the default. */
  public Duration delay() {
    return delay;
  }

  /** Whether the attempt uses up one of the allowed attempts. */
  public boolean countsAsRetry() {
    return countsAsRetry;
  }
}
