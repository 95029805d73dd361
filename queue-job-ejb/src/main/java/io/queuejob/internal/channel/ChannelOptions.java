package io.queuejob.internal.channel;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.ChannelPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The options of one channel as texts, and what they mean.
 *
 * @param where for messages: the text or the file that they are from
 * @param path the channel
 * @param values by key; {@code capacity} is one of them, a flag without a value is null
 */
public record ChannelOptions(String where, ChannelPath path, Map<String, String> values) {
  /** Key of the capacity, which a channel string writes without its name. */
  public static final String CAPACITY = "capacity";

  private static final List<String> KEYS =
      List.of(
          "paused",
          "executor",
          "sequential",
          "throttle",
          "rate",
          "capacity_default",
          "sequential_default",
          "max_waiting",
          "retention_days");

  private static final int MOST_DIGITS = 8;

  /** Whether there is an option of that key beside the capacity. */
  public static boolean isKey(String key) {
    return KEYS.contains(key);
  }

  /** All keys beside the capacity, for messages. */
  public static String keys() {
    return String.join(", ", KEYS);
  }

  /**
   * What they mean.
   *
   * @throws ConfigurationException naming where, expected, found and cure
   */
  public ChannelSpec spec() {
    Integer capacity = capacity();
    boolean sequential = flag("sequential");
    if (sequential && !Integer.valueOf(1).equals(capacity)) {
      throw error(
          "QJ2006",
          "capacity 1 on '" + path + "', which is sequential",
          "'" + values.get(CAPACITY) + "'",
          "write for instance '" + path + ":1:sequential'");
    }
    return new ChannelSpec(
        path,
        capacity,
        flag("paused"),
        executor(),
        new Pace(sequential, throttle(), rate()),
        bounds());
  }

  private Bounds bounds() {
    Integer capacity = count("capacity_default", "a whole number, 0 or more", 0);
    boolean sequential = flag("sequential_default");
    if (sequential && capacity != null && capacity != 1) {
      throw error(
          "QJ2006",
          "capacity_default 1 on '" + path + "', whose sub-channels are sequential",
          "'" + capacity + "'",
          "remove 'capacity_default'");
    }
    return new Bounds(
        capacity,
        sequential,
        count("max_waiting", "a whole number, 1 or more", 1),
        count("retention_days", "whole days, 0 or more", 0));
  }

  private Integer capacity() {
    String written = values.getOrDefault(CAPACITY, "1");
    if (written.equals("*") || written.equals("unlimited")) {
      return null;
    }
    if (!written.matches("\\d{1,6}")) {
      throw error(
          "QJ2002",
          "a whole number up to 999999, '*' or 'unlimited' as capacity of '" + path + "'",
          "'" + written + "'",
          "write for instance '" + path + ":3', or '" + path + "' for 1");
    }
    return Integer.valueOf(written);
  }

  private boolean flag(String key) {
    if (!values.containsKey(key)) {
      return false;
    }
    String value = values.get(key) == null ? "true" : values.get(key);
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

  private Integer count(String key, String expected, int least) {
    if (!values.containsKey(key)) {
      return null;
    }
    String value = values.get(key);
    if (value == null
        || !value.matches("\\d{1," + MOST_DIGITS + "}")
        || Integer.parseInt(value) < least) {
      throw error(
          "QJ2004",
          expected + ", as value of '" + key + "' on '" + path + "'",
          found(value),
          "write for instance '" + key + "=10'");
    }
    return Integer.valueOf(value);
  }

  private Duration throttle() {
    Integer seconds = count("throttle", "whole seconds, 1 or more", 1);
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private Pace.Rate rate() {
    if (!values.containsKey("rate")) {
      return null;
    }
    String value = values.get("rate");
    String[] parts = String.valueOf(value).split("/", -1);
    if (parts.length != 2 || !isCount(parts[0].strip()) || !isCount(parts[1].strip())) {
      throw error(
          "QJ2004",
          "jobs and seconds, each 1 or more, as value of 'rate' on '" + path + "'",
          found(value),
          "write for instance 'rate=100/60'");
    }
    return new Pace.Rate(
        Integer.parseInt(parts[0].strip()), Duration.ofSeconds(Integer.parseInt(parts[1].strip())));
  }

  private static boolean isCount(String value) {
    return value.matches("\\d{1," + MOST_DIGITS + "}") && Integer.parseInt(value) > 0;
  }

  private String executor() {
    if (!values.containsKey("executor")) {
      return null;
    }
    String name = values.get("executor");
    if (name == null || name.isEmpty()) {
      throw error(
          "QJ2004",
          "a JNDI name as value of 'executor' on '" + path + "'",
          "nothing",
          "write for instance 'executor=concurrent/heavy'");
    }
    return name;
  }

  private static String found(String value) {
    return value == null ? "nothing" : "'" + value + "'";
  }

  private ConfigurationException error(String id, String expected, String found, String cure) {
    return new ConfigurationException(
        id, "%s: expected %s, found %s; %s.".formatted(where, expected, found, cure));
  }
}
