package io.queuejob.internal.operations.doctor;

import io.queuejob.admin.doctor.Check;
import io.queuejob.admin.doctor.Finding;
import io.queuejob.admin.doctor.Finding.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects the findings of checks; a check without any is fine. */
final class Findings {
  private final List<Finding> all = new ArrayList<>();

  void look(Check check, String kind, Object... values) {
    add(check, State.LOOK, kind, values);
  }

  void wrong(Check check, String kind, Object... values) {
    add(check, State.WRONG, kind, values);
  }

  void add(Check check, State state, String kind, Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(String.valueOf(value));
    }
    all.add(new Finding(check, state, kind, texts));
  }

  /** The findings; of those checks that have none, that they are fine. */
  List<Finding> of(Check... checks) {
    for (Check check : checks) {
      if (all.stream().noneMatch(finding -> finding.check() == check)) {
        all.add(Finding.fine(check));
      }
    }
    return all;
  }

  /** A time in words, its two greatest units at most. */
  static String span(double seconds) {
    Duration time = Duration.ofMillis(Math.round(seconds * 1000));
    if (time.toMinutes() < 1) {
      return time.toSeconds() + "." + time.toMillisPart() / 100 + " s";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }
    return time.toDays() < 1
        ? time.toHours() + " h " + time.toMinutesPart() + " min"
        : time.toDays() + " d " + time.toHoursPart() + " h";
  }

  /** A number that is cut at a limit. */
  static String cut(long number, long limit) {
    return number >= limit ? limit + "+" : String.valueOf(number);
  }
}
