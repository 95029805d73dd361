package io.queuejob.api;

import io.queuejob.api.call.IdentityKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * Options of a delayed call. Later calls of the same option win; values that are not given come
 * from {@link Delayed} on the method, then from the defaults.
 *
 * @param <S> what each option returns: the object itself
 */
public interface JobOptions<S> {

  /** Smaller is more urgent; default 10. */
  S priority(int priority);

  /** Not before this much time after the call; zero or negative means at once. */
  S eta(Duration delay);

  /** Not before this instant, by the database's clock; null means at once. */
  S eta(Instant instant);

  /** Not before this instant, whatever the zone; null means at once. */
  default S eta(ZonedDateTime instant) {
    return eta(instant == null ? null : instant.toInstant());
  }

  /** Not before so many seconds after the call; zero or negative means at once. */
  default S eta(long seconds) {
    return eta(Duration.ofSeconds(seconds));
  }

  /** Number of attempts before the job fails for good; 0 means without limit; default 5. */
  S maxRetries(int attempts);

  /** Text shown to people; default {@code Type.method}. */
  S description(String text);

  /**
   * Path of the channel; default {@code root}.
   *
   * @throws io.queuejob.api.error.CaptureException if it is not a path
   */
  S channel(String path);

  /**
   * Makes this call the same job as any other of the application with the same key that still
   * blocks: nothing is stored then, and the caller gets the job that is there, unchanged (S-ID-04).
   *
   * @param key null or empty for no identity, the default
   */
  S identityKey(String key);

  /** As {@link #identityKey(String)}, with a key made of the call; {@code exact()} for instance. */
  S identityKey(IdentityKey key);

  /** How long the job blocks others with its key; default {@link IdentityScope#QUEUED}. */
  S identityScope(IdentityScope scope);

  /**
   * Sets several options by name: {@code priority}, {@code eta}, {@code maxRetries}, {@code
   * description}, {@code channel}, {@code identityKey}, {@code identityScope}; null stands for the
   * default.
   *
   * @throws io.queuejob.api.error.CaptureException naming an option that does not exist, or a value
   *     that it cannot have; none of them was set then
   */
  S set(Map<String, ?> options);
}
