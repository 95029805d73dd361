package io.queuejob.internal.capture.standin;

import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * Objects made without running a constructor. The JDK offers it in its module jdk.unsupported,
 * called by reflection since the compiler warns of the module.
 */
final class WithoutConstructor {

  private final Object unsafe;
  private final Method allocate;

  private WithoutConstructor(Object unsafe, Method allocate) {
    this.unsafe = unsafe;
    this.allocate = allocate;
  }

  static WithoutConstructor find() throws ReflectiveOperationException {
    // by the JDK's own loader: modules of a server such as WildFly do not see jdk.unsupported
    Class<?> type = Class.forName("sun.misc.Unsafe", true, ClassLoader.getPlatformClassLoader());
    Field instance = type.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    return new WithoutConstructor(
        instance.get(null), type.getMethod("allocateInstance", Class.class));
  }

  /** A new object whose fields are all zero. */
  Object newInstance(Class<?> type) throws ReflectiveOperationException {
    return allocate.invoke(unsafe, type);
  }
}
