package io.queuejob.spi;

import io.queuejob.api.DelayOptions;
import io.queuejob.api.Delayable;
import io.queuejob.api.JobRef;
import java.lang.reflect.Method;
import java.time.InstantSource;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Captures calls as the engine does, with the same checks, and hands them over in place of storing
 * them: no container, no transaction, no database. Made for kits of tests. Safe for use by many
 * threads.
 */
public interface CallRecorder {

  /**
   * The engine's recorder.
   *
   * @param entities tells entities among the arguments
   * @param clock dates the calls
   * @param receiver gets each call
   * @throws IllegalStateException if the engine's jar is incomplete
   */
  static CallRecorder of(EntityLoader entities, InstantSource clock, Receiver receiver) {
    return Provider.found().recorder(entities, clock, receiver);
  }

  /** Whether calls of a bean's method are captured: by the method's declaration or the bean's. */
  static boolean isDelayed(Class<?> bean, Method method) {
    return Provider.found().isDelayed(bean, method);
  }

  /**
   * Begins a delayed call, as {@link io.queuejob.api.JobQueue#withDelay} does. Any class or
   * interface is taken for a bean; its name is the bean's.
   */
  <T> DelayOptions<T> withDelay(Class<T> bean);

  /**
   * A call that is to be delayed later, as {@link io.queuejob.api.JobQueue#delayable} makes it; it
   * may be part of chains and groups, whose calls are handed over parents first.
   */
  <T> Delayable<T> delayable(Class<T> bean);

  /**
   * An object in place of a bean, upon which each call of a {@code @Delayed} method is captured
   * with the terms of its declaration, as the container's interceptor would do. It has no fields
   * and runs no code of the bean.
   *
   * @throws io.queuejob.api.error.DeclarationException if a declaration would fail the deployment
   * @throws io.queuejob.api.error.CaptureException QJ1033 to QJ1035 if the type does not allow a
   *     stand-in; QJ1090 from its methods that are not {@code @Delayed}
   */
  <T> T standIn(Class<T> bean);

  /**
   * Who keeps the calls. Is asked on the thread that makes the call, before the call returns; what
   * it raises reaches the caller.
   */
  interface Receiver {

    /** The job that stands for a call with an identity key (S-ID-04); empty if none does. */
    default Optional<JobRef> twinOf(CapturedCall call) {
      return Optional.empty();
    }

    /** Takes a call that makes a job. */
    void take(CapturedCall call);

    /** Hears of a call that makes none, since a job with its identity key stands for it. */
    default void pass(CapturedCall call) {}
  }

  /** Makes recorders; found by {@link ServiceLoader}. */
  interface Provider {

    /** A recorder; the parameters are those of {@link CallRecorder#of}. */
    CallRecorder recorder(EntityLoader entities, InstantSource clock, Receiver receiver);

    /** As {@link CallRecorder#isDelayed}. */
    boolean isDelayed(Class<?> bean, Method method);

    private static Provider found() {
      return ServiceLoader.load(Provider.class, Provider.class.getClassLoader())
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "expected META-INF/services/"
                          + Provider.class.getName()
                          + " beside this class, found none; use the queue-job-ejb jar as it is"));
    }
  }
}
