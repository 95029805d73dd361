package io.queuejob.internal.port;

import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;

/** Where captured calls are written, in the transaction of the thread. */
@FunctionalInterface
public interface JobStore {

  /**
   * Writes the job's row in this thread's transaction, before it returns: a row that were held back
   * for the commit could miss the transaction. If another job blocks the request's identity key,
   * nothing is written and that one is the answer; if it waits, it does not start before this
   * thread's transaction ends.
   *
   * @param request the captured call
   * @param functionId number of its function
   * @return the job that stands for the call
   * @throws IllegalStateException if the thread's connection takes no part in its transaction, as a
   *     server may give it while a commit is under way; nothing was written then
   * @throws io.queuejob.api.error.StorageException if somebody else's transaction had the key for
   *     too long; nothing was written then, and the transaction can go on
   */
  StoredJob store(JobRequest request, int functionId);
}
