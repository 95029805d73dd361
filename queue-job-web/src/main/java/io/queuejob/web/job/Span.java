package io.queuejob.web.job;

import io.queuejob.web.language.Figures;
import java.time.Duration;
import java.time.Instant;

/** Length of time in words short enough for a line, such as {@code 320 ms} or {@code 2 h 5 min}. */
public final class Span {
  private Span() {}

  /** The time between two instants; null if one is missing. */
  static String between(Instant start, Instant end) {
    return start == null || end == null ? null : of(Duration.between(start, end));
  }

  /** A length of time; what is negative is none. */
  public static String of(Duration length) {
    if (length.isNegative()) {
      return "0 ms";
    }
    if (length.toMillis() < 1000) {
      return length.toMillis() + " ms";
    }
    if (length.toSeconds() < 60) {
      // whole tenths, cut: 59.94 s is not a minute
      return Figures.tenths(length.toMillis() / 100 / 10.0) + " s";
    }
    if (length.toMinutes() < 60) {
      return pair(length.toMinutes(), "min", length.toSecondsPart(), "s");
    }
    if (length.toHours() < 24) {
      return pair(length.toHours(), "h", length.toMinutesPart(), "min");
    }
    return pair(length.toDays(), "d", length.toHoursPart(), "h");
  }

  private static String pair(long great, String unit, int small, String smallUnit) {
    String first = great + " " + unit;
    return small == 0 ? first : first + " " + small + " " + smallUnit;
  }
}
