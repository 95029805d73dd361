package io.queuejob.internal.channel;

import java.time.Duration;

/**
 * In what order and how fast the jobs of a channel and its subtree start, over all nodes.
 *
 * @param sequential whether they run one at a time in order, a failed or not yet due one holding up
 *     those behind it (S-CH-14)
 * @param throttle least time between two starts (S-CH-16); null for none
 * @param rate most starts in a time; null for none
 */
public record Pace(boolean sequential, Duration throttle, Rate rate) {
  /** As slots allow. */
  public static final Pace NONE = new Pace(false, null, null);

  /**
   * Starts in a time, refilled evenly, as many saved at most.
   *
   * @param jobs at least 1
   * @param period in which they may start
   */
  public record Rate(int jobs, Duration period) {}

  /** Whether starts are counted in the channel's row. */
  public boolean isMetered() {
    return throttle != null || rate != null;
  }

  /** As it stands in a channel string, each option after a colon; empty for none. */
  @Override
  public String toString() {
    return (sequential ? ":sequential" : "")
        + (throttle == null ? "" : ":throttle=" + throttle.toSeconds())
        + (rate == null ? "" : ":rate=" + rate.jobs() + "/" + rate.period().toSeconds());
  }
}
