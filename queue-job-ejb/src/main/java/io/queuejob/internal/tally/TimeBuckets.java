package io.queuejob.internal.tally;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Classes of times, each about twice as long as the one before: enough for percentiles. */
public final class TimeBuckets {
  /** Greatest milliseconds of each class but the last, which has none. */
  private static final long[] BOUNDS = {
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    250,
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    30_000,
    60_000,
    300_000,
    1_800_000,
    7_200_000,
    86_400_000
  };

  /** Number of classes. */
  public static final int COUNT = BOUNDS.length + 1;

  private TimeBuckets() {}

  /** The class of a time. */
  public static int of(long millis) {
    int at = Arrays.binarySearch(BOUNDS, millis);
    return at >= 0 ? at : -at - 1;
  }

  /**
   * The time that a part of all times does not exceed, as if the times of a class were spread
   * evenly in it; empty if there are none.
   *
   * @param counts how many times each class has
   * @param part between 0 and 1
   */
  public static Optional<Duration> percentile(List<Long> counts, double part) {
    long all = counts.stream().mapToLong(Long::longValue).sum();
    if (all == 0) {
      return Optional.empty();
    }
    double wanted = part * all;
    double below = 0;
    for (int i = 0; i < counts.size(); i++) {
      long here = counts.get(i);
      if (here > 0 && below + here >= wanted) {
        return Optional.of(within(i, (wanted - below) / here));
      }
      below += here;
    }
    return Optional.of(Duration.ofMillis(BOUNDS[BOUNDS.length - 1]));
  }

  private static Duration within(int bucket, double part) {
    long from = bucket == 0 ? 0 : BOUNDS[bucket - 1];
    long to = bucket < BOUNDS.length ? BOUNDS[bucket] : from;
    return Duration.ofNanos(Math.round((from + part * (to - from)) * 1_000_000));
  }
}
