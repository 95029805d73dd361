package io.queuejob.internal.execution;

import io.queuejob.api.error.RetryableJobException;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.RetryPattern;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/**
 * How long a job waits after a retryable error: as the error says, else as the pattern of its
 * function says at that time, else 10 minutes (S-RE-04). Changes of a pattern count for jobs that
 * are stored already (S-JF-06).
 */
public final class RetryDelays {
  private static final System.Logger LOG = System.getLogger("io.queuejob.execution");

  private static final long LONGEST_SECONDS = Duration.ofDays(36_500).toSeconds();

  private final IntFunction<String> patterns;
  private final RandomGenerator random;

  /**
   * Delays.
   *
   * @param patterns the pattern in force of a function, by number; null or empty for none
   * @param random draws from ranges
   */
  public RetryDelays(IntFunction<String> patterns, RandomGenerator random) {
    this.patterns = patterns;
    this.random = random;
  }

  /** Delays of functions without patterns. */
  public static RetryDelays withoutPatterns() {
    return new RetryDelays(function -> null, new Random());
  }

  RandomGenerator random() {
    return random;
  }

  Duration after(ClaimedJob job, RetryableJobException error) {
    Duration least = error.delay();
    if (least != null && !error.mostDelay().isZero()) {
      long seconds = Math.min(error.mostDelay().minus(least).toSeconds(), LONGEST_SECONDS);
      return least.isNegative() ? Duration.ZERO : least.plusSeconds(random.nextLong(seconds + 1));
    }
    int counted = error.countsAsRetry() ? job.attempt() : job.counters().retry();
    return pattern(job).delay(counted, random);
  }

  /** A pattern that cannot be read must not cost the job its attempts (S-JF-04). */
  private RetryPattern pattern(ClaimedJob job) {
    String text = null;
    try {
      text = patterns.apply(job.functionId());
      return RetryPattern.of(text);
    } catch (IllegalArgumentException e) {
      LOG.log(
          Level.ERROR,
          "QJ4016 retry pattern ''{0}'' of the function of job {1}: {2}; until it is corrected its"
              + " jobs wait 600 s",
          text,
          String.valueOf(job.id()),
          e.getMessage());
      return RetryPattern.NONE;
    }
  }
}
