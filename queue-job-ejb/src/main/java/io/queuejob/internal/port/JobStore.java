package io.queuejob.internal.port;

import io.queuejob.internal.job.JobRequest;

/** Where captured calls are written, in the transaction of the thread. */
public interface JobStore {

  /**
   * Writes the job's row in this thread's transaction.
   *
   * @param request the captured call
   * @param functionId number of its function
   */
  void store(JobRequest request, int functionId);

  /**
   * Sends what is still held back for this thread's transaction, so that its own statements see the
   * rows. The commit does so by itself.
   */
  default void flush() {}
}
