package io.queuejob.api;

import io.queuejob.api.call.BeanCall;

/**
 * Options of one delayed call, and the call itself.
 *
 * @param <T> the bean's type
 */
public interface DelayOptions<T> extends JobOptions<DelayOptions<T>> {

  /**
   * Stores the job in the caller's transaction, or in one of its own if none is active.
   *
   * @param call calls exactly one business method of the bean
   * @return the reference of the stored job, or of the one that has its identity key; never null
   * @throws io.queuejob.api.error.CaptureException if the call cannot be stored, for instance since
   *     an argument cannot be bound to JSON; the caller's transaction stays usable
   */
  JobRef call(BeanCall<T> call);
}
