package io.queuejob.admin.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A channel at one moment.
 *
 * @param path full path
 * @param set whether it has options of its own; else those above it hold
 * @param options texts by key, those that are set; {@code capacity} is {@code *} without limit
 * @param effective most jobs that can run in it at once, by all limits on its path; null without
 *     limit, 0 if it or one above it is paused
 * @param limitedBy path of the channel above it whose limit is the smaller one or that is paused;
 *     null if it is its own
 * @param load what is in it
 * @param origin who said so
 * @param version of the options, for changes
 */
public record ChannelStatus(
    String path,
    boolean set,
    Map<String, String> options,
    Integer effective,
    String limitedBy,
    ChannelLoad load,
    ChannelOrigin origin,
    String version) {
  public ChannelStatus {
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
  }

  /** The last name of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** How far below root it is. */
  public int depth() {
    return (int) path.chars().filter(c -> c == '.').count();
  }

  /** Whether it is paused itself. */
  public boolean paused() {
    return "true".equals(options.get("paused"));
  }
}
