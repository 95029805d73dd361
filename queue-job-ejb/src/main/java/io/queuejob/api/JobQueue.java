package io.queuejob.api;

import java.util.Optional;

/**
 * Delays calls of business methods and finds jobs again. Injected: {@code @Inject JobQueue jobs}.
 */
public interface JobQueue {

  /**
   * Begins a delayed call of a bean's business method.
   *
   * @param bean the bean's class or business interface
   * @return options of this one call; nothing is stored before {@link DelayOptions#call}
   * @throws io.queuejob.api.error.CaptureException if no bean of that type exists
   */
  <T> DelayOptions<T> withDelay(Class<T> bean);

  /**
   * Looks a job up, as seen by the current transaction.
   *
   * @return the job, or empty if no such row is visible
   */
  Optional<JobInfo> find(JobRef ref);

  /**
   * Cancels a job that has not started; asks one that was claimed or runs to stop.
   *
   * @return what came of it
   */
  CancelResult cancel(JobRef ref);
}
