package io.queuejob.internal.capture.standin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * Objects made without running a constructor of theirs. The JDK offers it to serialization in the
 * module jdk.unsupported, which is called by reflection, since the compiler warns of the module.
 */
final class WithoutConstructor {

  private WithoutConstructor() {}

  /** A constructor of the type that only runs that of {@code Object}. */
  static Constructor<?> of(Class<?> type) throws ReflectiveOperationException {
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Method make =
        factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    Object instance = factory.getMethod("getReflectionFactory").invoke(null);
    return (Constructor<?>) make.invoke(instance, type, Object.class.getDeclaredConstructor());
  }
}
