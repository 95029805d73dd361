package io.queuejob.admin.channel;

import java.time.Instant;

/**
 * Who said what a channel's options are.
 *
 * @param toldBy node that was told them last; null for none
 * @param told when
 * @param changedBy person whose change stands; null for none
 * @param changed when
 * @param pausedBy person who paused it; null for none
 * @param pausedSince when
 * @param resettable whether a change can be taken back, since something stands behind it
 * @param removable whether it is only there because a person or a first use made it
 */
public record ChannelOrigin(
    String toldBy,
    Instant told,
    String changedBy,
    Instant changed,
    String pausedBy,
    Instant pausedSince,
    boolean resettable,
    boolean removable) {
  /** Of a channel that nobody named. */
  public static final ChannelOrigin NONE =
      new ChannelOrigin(null, null, null, null, null, null, false, false);
}
