package io.queuejob.admin.overview;

import java.time.Instant;
import java.util.List;

/**
 * The queue at a glance.
 *
 * @param window the span of time
 * @param at when it was read, by the database's clock
 * @param now numbers of this moment
 * @param ended what ended in the whole span
 * @param steps what ended, step by step, without gaps
 * @param channels what channels do, the busiest first
 * @param functions what functions do, the busiest first
 * @param marks nodes that joined in the span
 * @param attention what needs a person
 */
public record Overview(
    Window window,
    Instant at,
    Now now,
    Ended ended,
    List<Step> steps,
    List<Load> channels,
    List<Load> functions,
    List<Mark> marks,
    Attention attention) {
  public Overview {
    steps = List.copyOf(steps);
    channels = List.copyOf(channels);
    functions = List.copyOf(functions);
    marks = List.copyOf(marks);
  }

  /**
   * Numbers of this moment.
   *
   * @param waiting jobs that could run
   * @param since of those, since when the first waits; null if none waits
   * @param scheduled jobs whose time has not come
   * @param running jobs that nodes hold, running or about to
   * @param failed jobs that failed and wait for a person
   * @param capacity how many may run at once; null without limit
   * @param nodes nodes that live
   */
  public record Now(
      Amount waiting,
      Instant since,
      Amount scheduled,
      long running,
      Amount failed,
      Integer capacity,
      int nodes) {}
}
