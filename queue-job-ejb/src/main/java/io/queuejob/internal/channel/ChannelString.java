package io.queuejob.internal.channel;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.ChannelPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a channel string: entries joined by commas or line breaks, each {@code
 * path[:capacity[:option]*]}, such as {@code root:4,mail:2,images:1:paused} (S-CH-01 to S-CH-07).
 * {@code *} or {@code unlimited} is no limit; a missing capacity is 1; {@code executor=NAME} takes
 * the rest of its entry.
 */
public final class ChannelString {
  private static final Set<String> LATER =
      Set.of(
          "sequential",
          "throttle",
          "rate",
          "capacity_default",
          "sequential_default",
          "max_waiting");

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
    boolean paused = false;
    String executor = null;
    Set<String> seen = new HashSet<>(Set.of("name", "capacity"));
    for (int i = 2; i < parts.length; i++) {
      String option = parts[i].strip();
      String key = option.contains("=") ? option.substring(0, option.indexOf('=')).strip() : option;
      check(path, key, seen);
      if (key.equals("executor")) {
        executor = executor(path, String.join(":", List.of(parts).subList(i, parts.length)));
        break;
      }
      paused = flag(path, option);
    }
    return new ChannelSpec(path, capacity, paused, executor);
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
          "an option that this version has (paused, executor) on '" + path + "'",
          "'" + key + "'",
          "remove it");
    }
    if (!key.equals("paused") && !key.equals("executor")) {
      throw error(
          "QJ2004",
          "an option among paused, executor on '" + path + "'",
          "'" + key + "'",
          "correct or remove it");
    }
    if (!seen.add(key)) {
      throw error(
          "QJ2003", "each option once on '" + path + "'", "'" + key + "' twice", "keep one");
    }
  }

  private boolean flag(ChannelPath path, String option) {
    int equals = option.indexOf('=');
    String value = equals < 0 ? "true" : option.substring(equals + 1).strip();
    return switch (value) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default ->
          throw error(
              "QJ2004",
              "true or false as value of 'paused' on '" + path + "'",
              "'" + value + "'",
              "write 'paused' or 'paused=false'");
    };
  }

  private String executor(ChannelPath path, String option) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? "" : option.substring(equals + 1).strip();
    if (name.isEmpty()) {
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
