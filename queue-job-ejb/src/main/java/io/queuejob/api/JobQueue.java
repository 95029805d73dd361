package io.queuejob.api;

import io.queuejob.api.call.BeanCall;
import io.queuejob.api.call.CancelResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Delays calls of business methods and finds jobs again. Injected: {@code @Inject JobQueue jobs}.
 */
public interface JobQueue {

  /**
   * The queue of one data source of a deployment that serves several: calls are stored there, in
   * the caller's transaction, and jobs looked up there. Without it calls of a job go to the job's
   * own data source, others to the deployment's own unless a {@link io.queuejob.spi.CallDataSource}
   * says otherwise.
   *
   * <p>A transaction that has used one data source takes another only if both are XA.
   *
   * @param dataSource JNDI name as configured. Whether it is served is seen at each call: one that
   *     is not raises a {@link io.queuejob.api.error.CaptureException}, and nothing is stored
   */
  JobQueue on(String dataSource);

  /**
   * Begins a delayed call of a bean's business method.
   *
   * @param bean the bean's class or business interface
   * @return options of this one call; nothing is stored before {@link DelayOptions#call}
   * @throws io.queuejob.api.error.CaptureException if no bean of that type exists
   */
  <T> DelayOptions<T> withDelay(Class<T> bean);

  /**
   * A call that is to be delayed later, or as a part of a graph.
   *
   * @param bean the bean's class or business interface
   * @param call calls exactly one business method of the bean
   * @throws io.queuejob.api.error.CaptureException if no bean of that type exists, or the call
   *     cannot be stored
   */
  default <T> Delayable<T> delayable(Class<T> bean, BeanCall<T> call) {
    return this.<T>delayable(bean).call(call);
  }

  /**
   * As {@link #delayable(Class, BeanCall)}, the call being named later.
   *
   * @throws io.queuejob.api.error.CaptureException if no bean of that type exists
   */
  <T> Delayable<T> delayable(Class<T> bean);

  /**
   * Looks a job up, as seen by the current transaction.
   *
   * @return the job, or empty if no such row is visible
   */
  Optional<JobInfo> find(JobRef ref);

  /** As {@link #cancel(JobRef, boolean)}, with all jobs that wait for it. */
  default CancelResult cancel(JobRef ref) {
    return cancel(ref, true);
  }

  /**
   * Cancels a job that has not started; asks one that was claimed or runs to stop.
   *
   * @param dependents whether the jobs of its graph that wait for it, directly or not, are
   *     cancelled with it; else they wait on, until it is requeued and done (S-GR-11)
   * @return what came of it
   */
  CancelResult cancel(JobRef ref, boolean dependents);

  /**
   * Waits until a job is done, failed or cancelled.
   *
   * @param most longest time to wait
   * @return the job as it ended, its result included; empty if it did not end in time
   * @throws io.queuejob.api.error.CaptureException if the caller's transaction has stored the job,
   *     or found it by its identity key: it cannot run before that commits
   */
  Optional<JobInfo> await(JobRef ref, Duration most);
}
