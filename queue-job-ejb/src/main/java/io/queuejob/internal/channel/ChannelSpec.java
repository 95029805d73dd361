package io.queuejob.internal.channel;

import io.queuejob.internal.job.ChannelPath;

/**
 * What a channel string says of one channel.
 *
 * @param path its full path
 * @param capacity most jobs at once in its subtree, 0 or more; null without limit
 * @param paused whether nothing may start in its subtree; a capacity of 0 pauses too (S-CH-07)
 * @param executor JNDI name of the executor of its subtree; null for the engine's own
 * @param pace order and speed of starts in its subtree
 * @param bounds of sub-channels made on first use, of what waits and of what is kept
 */
public record ChannelSpec(
    ChannelPath path, Integer capacity, boolean paused, String executor, Pace pace, Bounds bounds) {

  /** A channel without bounds. */
  public ChannelSpec(
      ChannelPath path, Integer capacity, boolean paused, String executor, Pace pace) {
    this(path, capacity, paused, executor, pace, Bounds.NONE);
  }

  /** Whether nothing may start in its subtree, by capacity or by pause. */
  public boolean isHalted() {
    return paused || (capacity != null && capacity == 0);
  }

  /** The same, paused. */
  public ChannelSpec halted() {
    return new ChannelSpec(path, capacity, true, executor, pace, bounds);
  }

  /** As it stands in a log: {@code root.mail:2}, {@code ∞} for no limit. */
  @Override
  public String toString() {
    return path
        + ":"
        + (capacity == null ? "∞" : capacity)
        + pace
        + bounds
        + (paused ? ":paused" : "")
        + (executor == null ? "" : ":executor=" + executor);
  }
}
