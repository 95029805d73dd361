package io.queuejob.internal.bean;

import java.lang.reflect.Method;

/**
 * Marks the engine's own call of a job's method on this thread, so that the interceptor lets it
 * through. Used up by the first intercepted call of that method: what the job itself calls is
 * delayed again.
 */
public final class CurrentInvocation {
  private static final ThreadLocal<Method> EXPECTED = new ThreadLocal<>();

  private CurrentInvocation() {}

  /** Announces the engine's call of a method on this thread. */
  public static void expect(Method method) {
    EXPECTED.set(method);
  }

  /** Ends the announcement, used up or not. */
  public static void clear() {
    EXPECTED.set(null); // not removed: that costs a native call, and the next job sets it again
  }

  /** Whether this intercepted call is the announced one; true once. */
  public static boolean isExpected(Method method) {
    Method expected = EXPECTED.get();
    boolean same =
        expected != null
            && areRelated(expected.getDeclaringClass(), method.getDeclaringClass())
            && expected.getName().equals(method.getName())
            && java.util.Arrays.equals(expected.getParameterTypes(), method.getParameterTypes());
    if (same) {
      EXPECTED.set(null);
    }
    return same;
  }

  /** A job's own method may be declared by an interface or a superclass of the bean's class. */
  private static boolean areRelated(Class<?> one, Class<?> other) {
    return one.isAssignableFrom(other) || other.isAssignableFrom(one);
  }
}
