package io.queuejob.testing.support;

import io.queuejob.api.JobContext;
import io.queuejob.spi.CapturedCall;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of a trapped job, known on its thread while it lasts. */
public final class Performed {

  private static final ThreadLocal<Performed> CURRENT = new ThreadLocal<>();

  private final CapturedCall call;
  private final int attempt;
  private final List<JobContext.Parent> parents;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean expected = true;

  /**
   * A run.
   *
   * @param call what runs
   * @param attempt counted from 1
   * @param parents the jobs that it waited for
   */
  public Performed(CapturedCall call, int attempt, List<JobContext.Parent> parents) {
    this.call = call;
    this.attempt = attempt;
    this.parents = List.copyOf(parents);
  }

  /** Runs the job, and then what it wants done after its commit. */
  public Object upon(Object instance) throws Exception {
    Performed outer = CURRENT.get();
    CURRENT.set(this);
    try {
      Object returned = call.invoke(instance);
      afterCommit.forEach(Runnable::run);
      return returned;
    } finally {
      CURRENT.set(outer);
    }
  }

  /** The run on the current thread. */
  static Optional<Performed> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * Whether an intercepted call is the trap's own of the job's method, which is to be let through.
   * True once: what the job itself calls is trapped again.
   */
  public static boolean isExpected(Class<?> beanClass, Method called) {
    Performed run = CURRENT.get();
    boolean same =
        run != null
            && run.expected
            && run.call.bean().isAssignableFrom(beanClass)
            && run.call.method().equals(called.getName());
    if (same) {
      run.expected = false;
    }
    return same;
  }

  CapturedCall call() {
    return call;
  }

  int attempt() {
    return attempt;
  }

  List<JobContext.Parent> parents() {
    return parents;
  }

  void afterCommit(Runnable action) {
    afterCommit.add(action);
  }
}
