package io.queuejob.internal.port.watch;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;

/** Looks at runs on the thread on which they happen. Never raises. */
@FunctionalInterface
public interface RunWatch {
  /** Sees nothing. */
  RunWatch NONE = (job, function, node) -> outcome -> {};

  /**
   * A run begins on this thread.
   *
   * @param job what runs
   * @param function its registered name
   * @param node where, as people see it
   */
  Run begins(ClaimedJob job, String function, String node);

  /** A run that was seen to begin. */
  @FunctionalInterface
  interface Run {
    /**
     * It is over; on the same thread, once.
     *
     * @param outcome how; null if nothing of the run was kept
     */
    void ends(Outcome outcome);
  }
}
