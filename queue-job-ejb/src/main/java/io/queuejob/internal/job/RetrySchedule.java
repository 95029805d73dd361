package io.queuejob.internal.job;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a job waits before its next attempt. */
public final class RetrySchedule {
  /** Wait after a retryable error that names none (S-CO-03). */
  public static final Duration DEFAULT = Duration.ofSeconds(600);

  /** Attempts lost to passing database errors before a job fails (S-RE-08). */
  public static final int TRANSIENT_BUDGET = 10;

  private static final Duration TRANSIENT_FIRST = Duration.ofSeconds(1);
  private static final Duration TRANSIENT_MOST = Duration.ofSeconds(60);

  private RetrySchedule() {}

  /** Whether a further attempt is allowed after {@code attempt} ones (S-RE-02). */
  public static boolean hasAttemptsLeft(int attempt, int maxRetries) {
    return maxRetries == 0 || attempt < maxRetries;
  }

  /**
   * Wait after a passing database error: doubles from 1 s to 60 s, with random up to half of it
   * taken off, so that jobs that met once do not meet again (S-RE-08).
   *
   * @param earlier how many such errors the job had before this one
   */
  public static Duration afterTransient(int earlier, RandomGenerator random) {
    long most =
        Math.min(TRANSIENT_MOST.toMillis(), TRANSIENT_FIRST.toMillis() << Math.min(earlier, 10));
    return Duration.ofMillis(most - random.nextLong(most / 2 + 1));
  }
}
