package io.queuejob.internal.channel;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.ChannelPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a channel string: entries joined by commas or line breaks, each {@code
 * path[:capacity[:option]*]}, such as {@code root:4,mail:2,images:1:paused} (S-CH-01 to S-CH-07).
 * {@code *} or {@code unlimited} is no limit; a missing capacity is 1; {@code executor=NAME} takes
 * the rest of its entry.
 */
public final class ChannelString {
  private static final Set<String> LATER =
      Set.of("capacity_default", "sequential_default", "max_waiting");
  private static final Set<String> OPTIONS =
      Set.of("paused", "executor", "sequential", "throttle", "rate");
  private static final String KNOWN = "paused, executor, sequential, throttle, rate";
  private static final int LONGEST_SECONDS = 8;

  private final String text;
  private int position;
  private String entry;

  private ChannelString(String text) {
    this.text = text;
  }

  /**
   * Reads a channel string.
   *
   * @return the channels in the order of the text
   * @throws ConfigurationException naming entry, expected, found and cure
   */
  public static List<ChannelSpec> parse(String text) {
    return new ChannelString(text).parse();
  }

  private List<ChannelSpec> parse() {
    List<ChannelSpec> specs = new ArrayList<>();
    Set<ChannelPath> seen = new HashSet<>();
    for (String part : text.split("[,\\n\\r]", -1)) {
      if (part.isBlank()) {
        continue;
      }
      position++;
      entry = part.strip();
      ChannelSpec spec = entry();
      if (!seen.add(spec.path())) {
        throw error(
            "QJ2003",
            "each channel once",
            "'" + spec.path() + "' a second time",
            "keep one of the two entries");
      }
      specs.add(spec);
    }
    return specs;
  }

  private ChannelSpec entry() {
    String[] parts = entry.split(":", -1);
    ChannelPath path = path(parts[0].strip());
    Integer capacity = parts.length > 1 ? capacity(path, parts[1].strip()) : Integer.valueOf(1);
    Map<String, String> options = options(path, parts);
    boolean sequential = flag(path, options, "sequential");
    if (sequential && !Integer.valueOf(1).equals(capacity)) {
      throw error(
          "QJ2006",
          "capacity 1 on '" + path + "', which is sequential",
          "'" + parts[1].strip() + "'",
          "write for instance '" + path + ":1:sequential'");
    }
    return new ChannelSpec(
        path,
        capacity,
        flag(path, options, "paused"),
        executor(path, options),
        new Pace(sequential, throttle(path, options), rate(path, options)));
  }

  /** Values by key; a flag without a value is null; an executor's name may hold colons. */
  private Map<String, String> options(ChannelPath path, String[] parts) {
    Map<String, String> options = new HashMap<>();
    for (int i = 2; i < parts.length; i++) {
      String option = parts[i].strip();
      int equals = option.indexOf('=');
      String key = equals < 0 ? option : option.substring(0, equals).strip();
      check(path, key, options.keySet());
      boolean takesRest = key.equals("executor");
      if (takesRest) {
        option = String.join(":", List.of(parts).subList(i, parts.length));
        equals = option.indexOf('=');
      }
      options.put(key, equals < 0 ? null : option.substring(equals + 1).strip());
      if (takesRest) {
        break;
      }
    }
    return options;
  }

  private ChannelPath path(String written) {
    if (written.isEmpty()) {
      throw error(
          "QJ2001", "a channel's path before ':'", "nothing", "write for instance 'mail:2'");
    }
    try {
      return ChannelPath.of(written);
    } catch (IllegalArgumentException e) {
      throw error(
          "QJ2001", "names joined by dots", "'" + written + "'", "write for instance 'root.mail'");
    }
  }

  private Integer capacity(ChannelPath path, String written) {
    if (written.equals("*") || written.equals("unlimited")) {
      return null;
    }
    if (!written.matches("\\d{1,6}")) {
      throw error(
          "QJ2002",
          "a whole number, '*' or 'unlimited' as capacity of '" + path + "'",
          "'" + written + "'",
          "write for instance '" + path + ":3', or '" + path + "' for 1");
    }
    return Integer.valueOf(written);
  }

  private void check(ChannelPath path, String key, Set<String> seen) {
    if (LATER.contains(key)) {
      throw error(
          "QJ2005",
          "an option that this version has (" + KNOWN + ") on '" + path + "'",
          "'" + key + "'",
          "remove it");
    }
    if (!OPTIONS.contains(key)) {
      throw error(
          "QJ2004",
          "an option among " + KNOWN + " on '" + path + "'",
          "'" + key + "'",
          "correct or remove it");
    }
    if (seen.contains(key)) {
      throw error(
          "QJ2003", "each option once on '" + path + "'", "'" + key + "' twice", "keep one");
    }
  }

  private boolean flag(ChannelPath path, Map<String, String> options, String key) {
    if (!options.containsKey(key)) {
      return false;
    }
    String value = options.get(key) == null ? "true" : options.get(key);
    return switch (value) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default ->
          throw error(
              "QJ2004",
              "true or false as value of '" + key + "' on '" + path + "'",
              "'" + value + "'",
              "write '" + key + "' or '" + key + "=false'");
    };
  }

  private Duration throttle(ChannelPath path, Map<String, String> options) {
    if (!options.containsKey("throttle")) {
      return null;
    }
    String value = String.valueOf(options.get("throttle"));
    if (!isCount(value)) {
      throw error(
          "QJ2004",
          "whole seconds, 1 or more, as value of 'throttle' on '" + path + "'",
          options.get("throttle") == null ? "nothing" : "'" + value + "'",
          "write for instance 'throttle=10'");
    }
    return Duration.ofSeconds(Long.parseLong(value));
  }

  private Pace.Rate rate(ChannelPath path, Map<String, String> options) {
    if (!options.containsKey("rate")) {
      return null;
    }
    String value = String.valueOf(options.get("rate"));
    String[] parts = value.split("/", -1);
    if (parts.length != 2 || !isCount(parts[0].strip()) || !isCount(parts[1].strip())) {
      throw error(
          "QJ2004",
          "jobs and seconds, each 1 or more, as value of 'rate' on '" + path + "'",
          options.get("rate") == null ? "nothing" : "'" + value + "'",
          "write for instance 'rate=100/60'");
    }
    return new Pace.Rate(
        Integer.parseInt(parts[0].strip()), Duration.ofSeconds(Integer.parseInt(parts[1].strip())));
  }

  private static boolean isCount(String value) {
    return value.matches("\\d{1," + LONGEST_SECONDS + "}") && Integer.parseInt(value) > 0;
  }

  private String executor(ChannelPath path, Map<String, String> options) {
    if (!options.containsKey("executor")) {
      return null;
    }
    String name = options.get("executor");
    if (name == null || name.isEmpty()) {
      throw error(
          "QJ2004",
          "a JNDI name as value of 'executor' on '" + path + "'",
          "nothing",
          "write for instance 'executor=concurrent/heavy'");
    }
    return name;
  }

  private ConfigurationException error(String id, String expected, String found, String cure) {
    return new ConfigurationException(
        id,
        "channels '%s', entry %d ('%s'): expected %s, found %s; %s."
            .formatted(text, position, entry, expected, found, cure));
  }
}
