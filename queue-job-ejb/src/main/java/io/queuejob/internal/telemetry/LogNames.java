package io.queuejob.internal.telemetry;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.watch.RunWatch;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Number and attempt of the running job as {@code job} and {@code attempt} in the diagnostic
 * context (MDC) of the logging systems that the engine's class loader sees.
 */
final class LogNames implements RunWatch {
  static final String JOB = "job";
  static final String ATTEMPT = "attempt";

  private static final System.Logger LOG = System.getLogger("io.queuejob.telemetry");

  private final List<Mdc> found;

  private LogNames(List<Mdc> found) {
    this.found = found;
  }

  /** Looks up once what there is. */
  static RunWatch find(ClassLoader loader) {
    List<Mdc> found = new ArrayList<>();
    Mdc.find(loader, "org.slf4j.MDC", void.class, String.class, String.class).ifPresent(found::add);
    Mdc.find(loader, "org.jboss.logging.MDC", Object.class, Object.class, Object.class)
        .ifPresent(found::add);
    return found.isEmpty() ? NONE : new LogNames(found);
  }

  @Override
  public Run begins(ClaimedJob job, String function, String node) {
    Runnable[] back = new Runnable[found.size()];
    for (int i = 0; i < back.length; i++) {
      back[i] = found.get(i).show(Long.toString(job.id()), Integer.toString(job.attempt()));
    }
    return outcome -> {
      for (Runnable takenBack : back) {
        takenBack.run();
      }
    };
  }

  @Override
  public String toString() {
    return found.stream().map(Mdc::name).collect(Collectors.joining(" "));
  }

  /**
   * One logging system's context of the thread.
   *
   * @param name of its class
   * @param put sets a name
   * @param get what it has; null for nothing
   * @param remove takes it away
   */
  private record Mdc(String name, MethodHandle put, MethodHandle get, MethodHandle remove) {

    /**
     * The one of a class.
     *
     * @param given type that its {@code put} answers with
     * @param taken type of the value that its {@code put} takes
     * @param held type that its {@code get} answers with
     */
    static Optional<Mdc> find(
        ClassLoader loader, String name, Class<?> given, Class<?> taken, Class<?> held) {
      try {
        Class<?> type = Class.forName(name, true, loader);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        return Optional.of(
            new Mdc(
                name,
                lookup
                    .findStatic(type, "put", MethodType.methodType(given, String.class, taken))
                    .asType(MethodType.methodType(void.class, String.class, Object.class)),
                lookup
                    .findStatic(type, "get", MethodType.methodType(held, String.class))
                    .asType(MethodType.methodType(Object.class, String.class)),
                lookup.findStatic(
                    type, "remove", MethodType.methodType(void.class, String.class))));
      } catch (ReflectiveOperationException | LinkageError absent) {
        LOG.log(Level.DEBUG, "no {0} here: {1}", name, absent.toString());
        return Optional.empty();
      }
    }

    /** Shows a run; the result puts back what was there. */
    Runnable show(String job, String attempt) {
      try {
        Object jobBefore = get.invokeExact(JOB);
        Object attemptBefore = get.invokeExact(ATTEMPT);
        put.invokeExact(JOB, (Object) job);
        put.invokeExact(ATTEMPT, (Object) attempt);
        return () -> {
          putBack(JOB, jobBefore);
          putBack(ATTEMPT, attemptBefore);
        };
      } catch (Throwable e) {
        LOG.log(Level.DEBUG, "the log's context could not be set", e);
        return () -> {};
      }
    }

    private void putBack(String name, Object before) {
      try {
        if (before == null) {
          remove.invokeExact(name);
        } else {
          put.invokeExact(name, before);
        }
      } catch (Throwable e) {
        LOG.log(Level.DEBUG, "the log's context could not be put back", e);
      }
    }
  }
}
