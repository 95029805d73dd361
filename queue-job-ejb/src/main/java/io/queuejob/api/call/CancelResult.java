package io.queuejob.api.call;

/** The answer to a wish to cancel a job. */
public enum CancelResult {
  /** The job is cancelled; it will not start. */
  CANCELLED,
  /** A node holds the job; it was asked, and confirms or finishes. */
  REQUESTED,
  /** The job had ended already, or does not exist. */
  TOO_LATE
}
