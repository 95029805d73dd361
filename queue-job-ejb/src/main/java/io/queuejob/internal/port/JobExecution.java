package io.queuejob.internal.port;

import io.queuejob.internal.job.ClaimedJob;

/** Runs claimed jobs; knows nothing of channels. */
public interface JobExecution {

  /**
   * Runs a job to its outcome on this thread: in a transaction of its own, which carries the
   * completion. Never throws; when it returns the claim is settled or lost.
   */
  void run(ClaimedJob job, RunControl control);

  /**
   * Settles a job that was claimed, did not start, and is to be cancelled.
   *
   * @return false if the database could not be reached, so that the job is still held
   */
  boolean cancel(ClaimedJob job);
}
