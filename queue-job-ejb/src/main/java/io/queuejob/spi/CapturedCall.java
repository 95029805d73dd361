package io.queuejob.spi;

import io.queuejob.api.JobRef;
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

  /**
   * Calls the method, with the arguments read anew from JSON.
   *
   * @param instance of the bean
   * @return what the method returned; null for void
   * @throws Exception whatever the method raised, unwrapped
   */
  Object invoke(Object instance) throws Exception;
}
