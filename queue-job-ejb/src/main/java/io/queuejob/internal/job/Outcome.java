package io.queuejob.internal.job;

import java.time.Duration;

/** How a run ended. */
public sealed interface Outcome {

  /**
   * The method returned.
   *
   * @param result JSON or null
   * @param secret paths of what people do not see of it, as a JSON array; null if nothing is secret
   */
  record Done(String result, String secret) implements Outcome {
    /** A result without secrets. */
    public Done(String result) {
      this(result, null);
    }
  }

  /**
   * The job found its work no longer needed: rolled back, done, with a text as result (S-RE-10).
   */
  record NothingToDo(String message) implements Outcome {}

  /**
   * To be tried again (S-RE-02).
   *
   * @param delay how long to wait
   * @param budget which counter the attempt uses up
   * @param error why
   */
  record Retry(Duration delay, Budget budget, JobError error) implements Outcome {}

  /** Failed until a person acts (S-RE-11). */
  record Failed(JobError error) implements Outcome {}

  /** Cancelled while the node held it. */
  record Cancelled(String message) implements Outcome {}

  /** Which counter an attempt that did not end well uses up. */
  enum Budget {
    /** The job's own attempts. */
    ATTEMPTS,
    /** The budget for passing database errors (S-RE-08). */
    TRANSIENT,
    /** None: the job asked not to count it. */
    NONE
  }
}
