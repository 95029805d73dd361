package io.queuejob.admin.overview;

import java.time.Instant;
import java.util.List;

/**
 * What one channel or function does.
 *
 * @param name path of the channel, or name of the function
 * @param application of the function; null for a channel
 * @param ended what ended in the whole span
 * @param trend runs that ended, by step
 * @param now what waits and runs at this moment
 */
public record Load(String name, String application, Ended ended, List<Long> trend, Now now) {
  public Load {
    trend = List.copyOf(trend);
  }

  /**
   * At this moment.
   *
   * @param waiting jobs that could run
   * @param since of those, since when the first waits; null if none waits
   * @param running jobs that nodes hold, running or about to
   * @param capacity how many may run at once in it and below it; null without limit, and for
   *     functions
   * @param paused whether nothing may start in it
   * @param busy part of the capacity that was in use over the span, up to 1; null without limit
   */
  public record Now(
      Amount waiting, Instant since, long running, Integer capacity, boolean paused, Double busy) {}
}
