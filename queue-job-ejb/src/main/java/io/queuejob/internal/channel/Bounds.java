package io.queuejob.internal.channel;

import io.queuejob.internal.job.ChannelPath;

/**
 * What a channel says of sub-channels that are made on first use, of how much may wait, and of how
 * long what is over is kept.
 *
 * @param capacityDefault capacity of such sub-channels (S-CH-05); null for no limit of their own
 * @param sequentialDefault whether they are sequential
 * @param maxWaiting most jobs that may wait in the channel and below it when a call comes; null for
 *     no limit
 * @param retentionDays days for which jobs that are over are kept (S-CH-30); null as the nearest
 *     ancestor that says it
 */
public record Bounds(
    Integer capacityDefault, boolean sequentialDefault, Integer maxWaiting, Integer retentionDays) {
  /** Says nothing. */
  public static final Bounds NONE = new Bounds(null, false, null, null);

  /** Whether sub-channels made on first use have limits of their own. */
  public boolean shapesSubChannels() {
    return capacityDefault != null || sequentialDefault;
  }

  /** What a sub-channel says that is made on first use. */
  ChannelSpec subChannel(ChannelPath path) {
    return new ChannelSpec(
        path,
        sequentialDefault ? Integer.valueOf(1) : capacityDefault,
        false,
        null,
        new Pace(sequentialDefault, null, null));
  }

  /** What limits jobs, as it stands in a channel string, each option after a colon. */
  @Override
  public String toString() {
    return (capacityDefault == null ? "" : ":capacity_default=" + capacityDefault)
        + (sequentialDefault ? ":sequential_default" : "")
        + (maxWaiting == null ? "" : ":max_waiting=" + maxWaiting);
  }
}
