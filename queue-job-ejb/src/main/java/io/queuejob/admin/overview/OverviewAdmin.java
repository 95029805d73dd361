package io.queuejob.admin.overview;

/** The queue at a glance. */
public interface OverviewAdmin {
  /**
   * The queue now and over a span of time; what was read a moment ago may be shown again, of a day
   * or a week for up to half a minute.
   */
  Overview overview(Window window);

  /** A text that is another one soon after anything has happened that pages show. */
  String trace();
}
