package io.queuejob.internal.operations.testjob;

import io.queuejob.admin.testjob.TestJobAdmin;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.testjob.TestCall;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody wants of test jobs, read strictly: a slip of the pen makes none.
 *
 * @param size how many
 * @param call what each does
 * @param terms where and when they run
 * @param description for people
 * @param application whose nodes run them; null if none was named
 */
record TestJobOptions(
    int size, TestCall call, Terms terms, String description, String application) {
  private static final int LONGEST_DESCRIPTION = 200;
  private static final List<String> KEYS =
      List.of(
          "size",
          "failure_rate",
          "steady",
          "max_retries",
          "priority",
          "channel",
          "description",
          "application");

  /**
   * Where and when.
   *
   * @param priority smaller is more urgent
   * @param maxRetries attempts allowed; 0 without limit
   * @param channel its path
   */
  record Terms(int priority, int maxRetries, ChannelPath channel) {}

  /**
   * Reads options.
   *
   * @throws IllegalArgumentException naming option, expected, found and what to do
   */
  static TestJobOptions of(Map<String, String> options) {
    Map<String, String> said = said(options);
    int maxRetries =
        whole(said, "max_retries", "a whole number, 0 for no limit", 0, 999_999_999, 1);
    String sizes = "a whole number from 1 to " + TestJobAdmin.MOST_JOBS;
    return new TestJobOptions(
        whole(said, "size", sizes, 1, TestJobAdmin.MOST_JOBS, 1),
        new TestCall(rate(said), steady(said), maxRetries != 1),
        new Terms(
            whole(said, "priority", "a whole number", -999_999_999, 999_999_999, 10),
            maxRetries,
            channel(said)),
        description(said),
        said.get("application"));
  }

  /** Without those that say nothing. */
  private static Map<String, String> said(Map<String, String> options) {
    Map<String, String> said = new TreeMap<>();
    for (String key : new TreeSet<>(options.keySet())) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "QJ7070 expected options among "
                + String.join(", ", KEYS)
                + ", found '"
                + shown(key)
                + "'; correct or remove it.");
      }
      String text = options.get(key);
      if (text != null && !text.isBlank()) {
        said.put(key, text.strip());
      }
    }
    return said;
  }

  private static int whole(
      Map<String, String> said, String key, String expected, int least, int most, int otherwise) {
    String text = said.getOrDefault(key, String.valueOf(otherwise));
    int number = text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : Integer.MIN_VALUE;
    if (number < least || number > most) {
      throw unusable(key, expected, text, String.valueOf(otherwise));
    }
    return number;
  }

  private static double rate(Map<String, String> said) {
    String text = said.getOrDefault("failure_rate", "0");
    double rate =
        text.matches("\\d{1,3}(\\.\\d{1,20})?|\\.\\d{1,20}") ? Double.parseDouble(text) : 2;
    if (rate > 1) {
      throw unusable("failure_rate", "a number from 0 to 1 such as 0.25", text, "0");
    }
    return rate;
  }

  private static boolean steady(Map<String, String> said) {
    String text = said.getOrDefault("steady", "false");
    if (!text.matches("true|false")) {
      throw unusable("steady", "true or false", text, "false");
    }
    return Boolean.parseBoolean(text);
  }

  private static ChannelPath channel(Map<String, String> said) {
    try {
      return ChannelPath.of(said.get("channel"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "QJ7070 channel: " + e.getMessage() + "; leave it out for root.", e);
    }
  }

  private static String description(Map<String, String> said) {
    String text = said.getOrDefault("description", "Test job");
    if (text.length() > LONGEST_DESCRIPTION || text.indexOf(0) >= 0) {
      String expected = "at most " + LONGEST_DESCRIPTION + " characters, none of them U+0000";
      throw unusable("description", expected, text, "Test job");
    }
    return text;
  }

  private static IllegalArgumentException unusable(
      String key, String expected, String found, String otherwise) {
    return new IllegalArgumentException(
        "QJ7070 "
            + key
            + ": expected "
            + expected
            + ", found '"
            + shown(found)
            + "'; leave it out for "
            + otherwise
            + ".");
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
