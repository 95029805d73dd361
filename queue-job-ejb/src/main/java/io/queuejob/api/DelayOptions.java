package io.queuejob.api;

import java.time.Duration;
import java.time.Instant;

/**
 * Options of one delayed call. Later calls of the same option win; values that are not given come
 * from {@link Delayed} on the method, then from the defaults.
 *
 * @param <T> the bean's type
 */
public interface DelayOptions<T> {

  /** Smaller is more urgent; default 10. */
  DelayOptions<T> priority(int priority);

  /** Not before this much time after the call; zero or negative means at once. */
  DelayOptions<T> eta(Duration delay);

  /** Not before this instant, by the database's clock; null means at once. */
  DelayOptions<T> eta(Instant instant);

  /** Number of attempts before the job fails for good; 0 means without limit; default 5. */
  DelayOptions<T> maxRetries(int attempts);

  /** Text shown to people; default {@code Type.method}. */
  DelayOptions<T> description(String text);

  /**
   * Path of the channel; default {@code root}.
   *
   * @throws io.queuejob.api.error.CaptureException if it is not a path
   */
  DelayOptions<T> channel(String path);

  /**
   * Stores the job in the caller's transaction, or in one of its own if none is active.
   *
   * @param call calls exactly one business method of the bean
   * @return the reference of the stored job, never null
   * @throws io.queuejob.api.error.CaptureException if the call cannot be stored, for instance since
   *     an argument cannot be bound to JSON; the caller's transaction stays usable
   */
  JobRef call(BeanCall<T> call);
}
