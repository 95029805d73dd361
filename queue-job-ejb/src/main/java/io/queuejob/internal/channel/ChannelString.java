package io.queuejob.internal.channel;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.internal.job.ChannelPath;
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
    return options(text).stream().map(ChannelOptions::spec).toList();
  }

  /**
   * Reads a channel string as texts by channel, for those who put several sources together. Values
   * are checked by {@link ChannelOptions#spec()}.
   *
   * @throws ConfigurationException naming entry, expected, found and cure
   */
  public static List<ChannelOptions> options(String text) {
    return new ChannelString(text).read();
  }

  private List<ChannelOptions> read() {
    List<ChannelOptions> all = new ArrayList<>();
    Set<ChannelPath> seen = new HashSet<>();
    for (String part : text.split("[,\\n\\r]", -1)) {
      if (part.isBlank()) {
        continue;
      }
      position++;
      entry = part.strip();
      ChannelOptions one = entry();
      one.spec();
      if (!seen.add(one.path())) {
        throw error(
            "QJ2003",
            "each channel once",
            "'" + one.path() + "' a second time",
            "keep one of the two entries");
      }
      all.add(one);
    }
    return all;
  }

  private ChannelOptions entry() {
    String[] parts = entry.split(":", -1);
    ChannelPath path = path(parts[0].strip());
    String capacity = parts.length > 1 ? parts[1].strip() : "1";
    new ChannelOptions(where(), path, Map.of(ChannelOptions.CAPACITY, capacity)).spec();
    Map<String, String> values = values(path, parts);
    values.put(ChannelOptions.CAPACITY, capacity);
    return new ChannelOptions(where(), path, values);
  }

  /** Values by key; a flag without a value is null; an executor's name may hold colons. */
  private Map<String, String> values(ChannelPath path, String[] parts) {
    Map<String, String> values = new HashMap<>();
    for (int i = 2; i < parts.length; i++) {
      String option = parts[i].strip();
      String key = option.split("=", -1)[0].strip();
      check(path, key, values.keySet());
      boolean takesRest = key.equals("executor");
      if (takesRest) {
        option = String.join(":", List.of(parts).subList(i, parts.length));
      }
      values.put(key, value(path, option));
      if (takesRest) {
        break;
      }
    }
    return values;
  }

  private String value(ChannelPath path, String option) {
    String[] sides = option.split("=", -1);
    if (sides.length > 2) {
      throw error(
          "QJ2004",
          "an option as key or key=value on '" + path + "'",
          "'" + option + "'",
          "keep one '='");
    }
    return sides.length < 2 ? null : sides[1].strip();
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

  private void check(ChannelPath path, String key, Set<String> seen) {
    if (!ChannelOptions.isKey(key)) {
      throw error(
          "QJ2004",
          "an option among " + ChannelOptions.keys() + " on '" + path + "'",
          "'" + key + "'",
          "correct or remove it");
    }
    if (seen.contains(key)) {
      throw error(
          "QJ2003", "each option once on '" + path + "'", "'" + key + "' twice", "keep one");
    }
  }

  private String where() {
    return "channels '%s', entry %d ('%s')".formatted(text, position, entry);
  }

  private ConfigurationException error(String id, String expected, String found, String cure) {
    return new ConfigurationException(
        id, "%s: expected %s, found %s; %s.".formatted(where(), expected, found, cure));
  }
}
