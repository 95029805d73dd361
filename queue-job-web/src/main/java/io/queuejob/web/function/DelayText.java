package io.queuejob.web.function;

import java.util.ArrayList;
import java.util.List;

/** A wait for people, such as {@code 1 min 30 s}, or {@code 1 min – 15 min} for a range. */
final class DelayText {
  private static final long[] SECONDS = {86_400, 3_600, 60, 1};
  private static final String[] UNITS = {"d", "h", "min", "s"};

  private DelayText() {}

  static String of(long least, long most) {
    return least == most ? of(least) : of(least) + " – " + of(most);
  }

  /** At most the two greatest units that are not 0. */
  static String of(long seconds) {
    List<String> parts = new ArrayList<>();
    long rest = seconds;
    for (int i = 0; i < UNITS.length && parts.size() < 2; i++) {
      if (rest >= SECONDS[i]) {
        parts.add(rest / SECONDS[i] + " " + UNITS[i]);
        rest %= SECONDS[i];
      }
    }
    return parts.isEmpty() ? "0 s" : String.join(" ", parts);
  }
}
