package io.queuejob.web.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reads the minutes of a sweep for stuck jobs. */
final class StuckQuery {
  private StuckQuery() {}

  /**
   * The minutes of one parameter; zero if it is not given.
   *
   * @throws ProblemException naming a parameter that is no whole number
   */
  static Duration minutes(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    String value = values.isEmpty() ? "0" : values.get(0);
    if (!value.matches("\\d{1,7}")) {
      throw new ProblemException(Problems.minutes(name, value));
    }
    return Duration.ofMinutes(Long.parseLong(value));
  }
}
