package io.queuejob.api;

import java.util.Locale;

/** The seven states of a job, as shown to people and by the view {@code queue_job.job_state}. */
public enum JobState {
  /** At least one parent of the job is not done. */
  WAIT_DEPENDENCIES,
  /** Runs as soon as its ETA and the capacities of its channels allow. */
  PENDING,
  /** Claimed by a node, not seen to have begun. */
  ENQUEUED,
  /** Running on a node; derived from the runs, never stored on the job. */
  STARTED,
  /** Ended well; its effects are committed. */
  DONE,
  /** Ended by a person or by the application before it could succeed. */
  CANCELLED,
  /** Ended badly; stays until a person acts. */
  FAILED;

  /** The word stored in rows and shown by the view, such as {@code wait_dependencies}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a stored word.
   *
   * @throws IllegalArgumentException if the word names no state
   */
  public static JobState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
