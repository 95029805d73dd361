package io.queuejob.web.overview.chart;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A scale for times from a millisecond to a week: each mark is several times the one below it, and
 * as far from it as any other.
 */
public final class TimeScale {
  private static final List<Duration> MARKS =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(7));

  private final int from;
  private final int to;

  private TimeScale(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** A scale on which all these times lie; nulls do not count. */
  public static TimeScale of(Collection<Duration> times) {
    Duration least = known(times).min(Duration::compareTo).orElse(MARKS.get(1));
    Duration most = known(times).max(Duration::compareTo).orElse(MARKS.get(4));
    int from = 0;
    while (from + 2 < MARKS.size() && MARKS.get(from + 1).compareTo(least) <= 0) {
      from++;
    }
    int to = from + 1;
    while (to + 1 < MARKS.size() && MARKS.get(to).compareTo(most) < 0) {
      to++;
    }
    return new TimeScale(from, to);
  }

  private static Stream<Duration> known(Collection<Duration> times) {
    return times.stream().filter(Objects::nonNull);
  }

  /** The marks from the greatest to the least. */
  public List<Duration> marks() {
    return Stream.iterate(to, i -> i >= from, i -> i - 1).map(MARKS::get).toList();
  }

  /** Where a time lies, between 0 and 1; null for null. */
  public Double height(Duration time) {
    if (time == null) {
      return null;
    }
    int below = from;
    while (below + 1 < to && MARKS.get(below + 1).compareTo(time) <= 0) {
      below++;
    }
    double low = nanos(MARKS.get(below));
    double high = nanos(MARKS.get(below + 1));
    double part =
        low == 0 ? nanos(time) / high : Math.log(nanos(time) / low) / Math.log(high / low);
    return Math.max(0, Math.min(1, (below - from + part) / (to - from)));
  }

  private static double nanos(Duration time) {
    return time.toNanos();
  }
}
