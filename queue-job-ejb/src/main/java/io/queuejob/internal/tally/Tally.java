package io.queuejob.internal.tally;

import io.queuejob.internal.job.ClaimedJob;
import java.time.Duration;

/** Told of each run, after the commit of its outcome; returns at once and never throws. */
@FunctionalInterface
public interface Tally {

  /** How a run ended. */
  enum End {
    /** The job is done. */
    DONE,
    /** The job is failed until a person acts. */
    FAILED,
    /** It asked for another attempt. */
    RETRIED
  }

  /**
   * A run has ended.
   *
   * @param job what ran
   * @param end how
   * @param run how long it ran; null if nobody knows
   */
  void ended(ClaimedJob job, End end, Duration run);
}
