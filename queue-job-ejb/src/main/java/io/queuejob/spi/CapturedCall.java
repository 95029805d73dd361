package io.queuejob.spi;

import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A call as the engine would have stored it. */
public interface CapturedCall {

  /** The reference that the caller got. */
  JobRef ref();

  /** The type that the caller named. */
  Class<?> bean();

  /** Name of the method. */
  String method();

  /** Registered name of bean and method, such as {@code shop.Thumbnails.generate(long,int,int)}. */
  String function();

  /** The arguments as the job will get them: written as JSON and read back; may hold nulls. */
  List<Object> arguments();

  /** The arguments as a JSON array, as stored. */
  String json();

  /** Full path of the channel. */
  String channel();

  /** Smaller is more urgent. */
  int priority();

  /** Attempts allowed; 0 without limit. */
  int maxRetries();

  /** Not before this instant; null if at once. */
  Instant eta();

  /** Text for people. */
  String description();

  /** What makes two jobs the same (S-ID-01); null if nothing does. */
  String identityKey();

  /** How long a job with an identity key blocks others; null without one. */
  IdentityScope identityScope();

  /** The jobs of the same graph that must be done before this one; empty outside of graphs. */
  List<JobRef> parents();

  /**
   * The shortest wait after a retryable error that names none: as the declared retry pattern says,
   * else 10 minutes (S-RE-04).
   *
   * @param attempt how many attempts have counted
   */
  Duration retryDelay(int attempt);

  /**
   * Calls the method, with the arguments read anew from JSON.
   *
   * @param instance of the bean
   * @return what the method returned; null for void
   * @throws Exception whatever the method raised, unwrapped
   */
  Object invoke(Object instance) throws Exception;
}
