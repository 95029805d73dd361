package io.queuejob.internal.port;

import io.queuejob.internal.job.ClaimedJob;

/** Jobs of one function that are called one after another in one transaction. */
public interface SharedRun {

  /** How it ended. */
  enum Ending {
    /** All claims are settled or lost. */
    SETTLED,
    /** The jobs are still held, and must wait again. */
    UNSETTLED,
    /** Nothing was kept: each is to run by itself, and counts no attempt for this one. */
    APART
  }

  /** The job to be called now. */
  ClaimedJob job();

  /** What the outside wants of it. */
  RunControl control();

  /** Its call has returned: takes up the next job that may join; false if there is none. */
  boolean advance();
}
