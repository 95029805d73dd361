package io.queuejob.admin.overview;

import io.queuejob.admin.reach.Reach;

/** The queue at a glance. */
public interface OverviewAdmin {
  /**
   * The queue now and over a span of time; what was read a moment ago may be shown again, of a day
   * or a week for up to half a minute.
   */
  Overview overview(Window window);

  /** A text that is another one soon after anything has happened that pages show. */
  String trace();

  /**
   * The same for somebody who may see some channels only: all numbers are those of these channels,
   * but for those of nodes. The trace tells of changes anywhere, and nothing about them.
   */
  default OverviewAdmin seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
