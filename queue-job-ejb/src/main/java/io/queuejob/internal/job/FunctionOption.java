package io.queuejob.internal.job;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be configured of a function, with what each option accepts (S-JF-03). */
public enum FunctionOption {
  CHANNEL(
      "channel", "a path such as root.mail", "channel of its jobs; for jobs stored from now on"),
  PRIORITY("priority", "a whole number", "smaller is more urgent; for jobs stored from now on"),
  RETRY_PATTERN(
      "retry_pattern",
      "attempt:seconds joined by commas, such as " + RetryPattern.SAMPLE,
      "waits between attempts; at once, for jobs that are stored already, too"),
  MAX_RETRIES(
      "max_retries",
      "a whole number, 0 for no limit",
      "attempts allowed; for jobs stored from now on"),
  TIMEOUT(
      "timeout",
      "whole seconds, 0 for the default",
      "of the job's transaction; for jobs stored from now on"),
  RELATED_ACTION_ENABLE(
      "related_action.enable", "true or false", "whether its jobs offer a related action"),
  RELATED_ACTION_FUNC_NAME(
      "related_action.func_name", "a method's name", "method that answers the related action"),
  RELATED_ACTION_KWARGS(
      "related_action.kwargs",
      "a JSON object",
      "what that method is given, by name of its parameters");

  private final String key;
  private final String accepts;
  private final String meaning;

  FunctionOption(String key, String accepts, String meaning) {
    this.key = key;
    this.accepts = accepts;
    this.meaning = meaning;
  }

  /** Its name in files, settings and the table of functions. */
  public String key() {
    return key;
  }

  /** What it accepts, for messages and documentation. */
  public String accepts() {
    return accepts;
  }

  /** What it means, for the documentation. */
  public String meaning() {
    return meaning;
  }

  /** The option of a key; empty if there is none. */
  public static Optional<FunctionOption> of(String key) {
    return Arrays.stream(values()).filter(option -> option.key.equals(key)).findFirst();
  }

  /** All keys, for messages. */
  public static String keys() {
    return Arrays.stream(values()).map(FunctionOption::key).collect(Collectors.joining(", "));
  }

  /** What is wrong with a value, as "expected …, found …"; null if nothing is. */
  public String problem(String value) {
    return switch (this) {
      case CHANNEL -> channelProblem(value);
      case RETRY_PATTERN -> patternProblem(value);
      case PRIORITY -> value.matches("-?\\d{1,9}") ? null : unlike(value);
      case MAX_RETRIES, TIMEOUT -> value.matches("\\d{1,9}") ? null : unlike(value);
      case RELATED_ACTION_ENABLE -> value.matches("true|false") ? null : unlike(value);
      case RELATED_ACTION_FUNC_NAME -> value.isBlank() ? unlike(value) : null;
      case RELATED_ACTION_KWARGS ->
          value.startsWith("{") && value.endsWith("}") ? null : unlike(value);
    };
  }

  private String unlike(String value) {
    return "expected " + accepts + ", found '" + value + "'";
  }

  private static String channelProblem(String value) {
    try {
      ChannelPath.of(value);
      return value.isBlank() ? CHANNEL.unlike(value) : null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static String patternProblem(String value) {
    try {
      RetryPattern.of(value);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
