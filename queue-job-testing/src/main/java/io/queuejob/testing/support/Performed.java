package io.queuejob.testing.support;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;

/**
 * Marks the trap's own call of a job's method on this thread, so that an interceptor lets it
 * through. Used up by the first intercepted call of that method: what the job itself calls is
 * trapped again.
 */
public final class Performed {

  private static final ThreadLocal<Performed> EXPECTED = new ThreadLocal<>();

  private final Class<?> bean;
  private final String method;

  private Performed(Class<?> bean, String method) {
    this.bean = bean;
    this.method = method;
  }

  /**
   * Runs a job.
   *
   * @param bean the type that the caller named
   * @param method name of its method
   */
  public static Object during(Class<?> bean, String method, Callable<Object> run)
      throws Exception {
    Performed outer = EXPECTED.get();
    EXPECTED.set(new Performed(bean, method));
    try {
      return run.call();
    } finally {
      EXPECTED.set(outer);
    }
  }

  /** Whether this intercepted call is the announced one; true once. */
  public static boolean isExpected(Class<?> beanClass, Method called) {
    Performed expected = EXPECTED.get();
    boolean same =
        expected != null
            && expected.bean.isAssignableFrom(beanClass)
            && expected.method.equals(called.getName());
    if (same) {
      EXPECTED.remove();
    }
    return same;
  }
}
