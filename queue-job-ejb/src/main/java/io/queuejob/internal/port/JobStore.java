package io.queuejob.internal.port;

import io.queuejob.internal.job.JobRequest;

/** Where captured calls are written, in the transaction of the thread. */
@FunctionalInterface
public interface JobStore {

  /**
   * Writes the job's row in this thread's transaction, before it returns: a row that were held back
   * for the commit could miss the transaction.
   *
   * @param request the captured call
   * @param functionId number of its function
   * @throws IllegalStateException if the thread's connection takes no part in its transaction, as a
   *     server may give it while a commit is under way; nothing was written then
   */
  void store(JobRequest request, int functionId);
}
