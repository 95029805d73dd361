package io.queuejob.api;

import io.queuejob.api.call.BeanCall;
import java.util.Optional;

/**
 * A call that is to be delayed, by itself or as a part of a graph. Options may be set before and
 * after the call is named; what counts is what is set when it is stored. The arguments count as
 * they are when the call is named.
 *
 * <p>One that is never delayed leaves a warning in the log.
 *
 * @param <T> the bean's type
 */
public interface Delayable<T> extends JobGraph, JobOptions<Delayable<T>> {

  /**
   * Names the call, in place of one that was named before (S-DL-03).
   *
   * @param call calls exactly one business method of the bean
   * @return this
   * @throws io.queuejob.api.error.CaptureException if the call cannot be stored, for instance since
   *     an argument cannot be bound to JSON, or if this was delayed already
   */
  Delayable<T> call(BeanCall<T> call);

  @Override
  Delayable<T> onDone(JobGraph... children);

  /**
   * As {@link #split(int, int, boolean)}, of the one argument that is a collection or an array; the
   * parts run side by side.
   */
  JobGraph split(int size);

  /**
   * As {@link #split(int, int, boolean)}, of the one argument that is a collection or an array.
   *
   * @throws io.queuejob.api.error.CaptureException also if no argument or more than one is such
   */
  JobGraph split(int size, boolean chain);

  /**
   * Cuts the call into several, each with a part of one argument in its order, and with all else as
   * it is here, options included; descriptions end in {@code (split 2/7)} (S-SP-01, S-SP-02), and
   * so does an identity key that is a text (S-SP-03). An empty argument gives no call. This itself
   * can no longer be delayed (S-SP-03).
   *
   * @param argument which one, counted from 0: a collection or an array
   * @param size most elements of a part, at least 1
   * @param chain whether each part waits for the one before; else they run side by side
   * @throws io.queuejob.api.error.CaptureException if no call was named yet, or it cannot be cut so
   */
  JobGraph split(int argument, int size, boolean chain);

  /** The job, once this was delayed: the new one, or the one that has its identity key. */
  Optional<JobRef> ref();
}
