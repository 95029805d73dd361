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
  private final Duration mostDelay;
  private final boolean countsAsRetry;

  /** Tries again after the delay of the function's retry pattern (without one: 10 minutes). */
  public RetryableJobException(String message) {
    this(message, null, true);
  }

  /** Tries again after the delay (null or zero: as the retry pattern says); the attempt counts. */
  public RetryableJobException(String message, Duration delay) {
    this(message, delay, true);
  }

  /**
   * Tries again after a delay.
   *
   * @param message why; kept with the attempt
   * @param delay how long to wait; null or zero means as the retry pattern says, a negative one not
   *     at all
   * @param countsAsRetry false if this attempt should not use up one of the allowed attempts
   */
  public RetryableJobException(String message, Duration delay, boolean countsAsRetry) {
    this(message, delay, countsAsRetry, null);
  }

  /**
   * Tries again after a delay.
   *
   * @param message why; kept with the attempt
   * @param delay how long to wait; null or zero means as the retry pattern says, a negative one not
   *     at all
   * @param countsAsRetry false if this attempt should not use up one of the allowed attempts
   * @param cause what went wrong; kept in the attempt's trace
   */
  public RetryableJobException(
      String message, Duration delay, boolean countsAsRetry, Throwable cause) {
    super(message, cause);
    this.delay = delay;
    this.mostDelay = delay;
    this.countsAsRetry = countsAsRetry;
  }

  /**
   * Tries again after a random delay of whole seconds, so that jobs that failed together do not
   * come again together; the attempt counts.
   *
   * @param message why; kept with the attempt
   * @param least shortest delay, 0 or more
   * @param most longest delay, not below {@code least}
   */
  public RetryableJobException(String message, Duration least, Duration most) {
    this(message, least, most, true);
  }

  /**
   * Tries again after a random delay, whole seconds longer than the shortest one.
   *
   * @param message why; kept with the attempt
   * @param least shortest delay, 0 or more
   * @param most longest delay, not below {@code least}
   * @param countsAsRetry false if this attempt should not use up one of the allowed attempts
   */
  public RetryableJobException(
      String message, Duration least, Duration most, boolean countsAsRetry) {
    super(message);
    if (least.isNegative() || most.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "expected a shortest delay of 0 or more and a longest one not below it, found "
              + least
              + " and "
              + most);
    }
    this.delay = least;
    this.mostDelay = most;
    this.countsAsRetry = countsAsRetry;
  }

  /** How long to wait, the least of a range; null or zero means as the retry pattern says. */
  public Duration delay() {
    return delay;
  }

  /** The longest wait; that of {@link #delay()} if no range was given. */
  public Duration mostDelay() {
    return mostDelay;
  }

  /** Whether the attempt uses up one of the allowed attempts. */
  public boolean countsAsRetry() {
    return countsAsRetry;
  }
}
