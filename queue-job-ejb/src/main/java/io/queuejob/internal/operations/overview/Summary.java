package io.queuejob.internal.operations.overview;

import io.queuejob.admin.overview.Ended;
import io.queuejob.admin.overview.Times;
import io.queuejob.internal.storage.overview.Tallied;
import io.queuejob.internal.tally.TimeBuckets;
import java.time.Duration;
import java.util.List;

/** Sums as people read them. */
final class Summary {
  private Summary() {}

  static Ended of(Tallied sums) {
    return new Ended(
        sums.done(),
        sums.failed(),
        sums.retried(),
        times(sums.waits(), sums.waitMillis()),
        times(sums.runs(), sums.runMillis()));
  }

  private static Times times(List<Long> counts, long millis) {
    long all = counts.stream().mapToLong(Long::longValue).sum();
    return new Times(
        part(counts, 0.5),
        part(counts, 0.95),
        part(counts, 0.99),
        all == 0 ? null : Duration.ofNanos(Math.round(millis * 1_000_000.0 / all)));
  }

  private static Duration part(List<Long> counts, double part) {
    return TimeBuckets.percentile(counts, part).orElse(null);
  }
}
