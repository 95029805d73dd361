package io.queuejob.internal.capture.standin;

import io.queuejob.api.error.CaptureException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;

/** Makes stand-ins that pass on every call, as often and as long as they are called. */
public final class LastingStandIn {

  private static final Object[] NOTHING = {};

  private LastingStandIn() {}

  /**
   * A stand-in of a bean.
   *
   * @param bean class or business interface of a bean
   * @param calls gets each call but those of {@code equals}, {@code hashCode} and {@code toString};
   *     its arguments are never null
   * @throws CaptureException QJ1033 to QJ1035 if the type does not allow a stand-in
   */
  public static <T> T of(Class<T> bean, InvocationHandler calls) {
    InvocationHandler handler =
        (self, method, arguments) ->
            switch (method.getName() + method.getParameterCount()) {
              case "toString0" -> "stand-in of " + bean.getName();
              case "hashCode0" -> System.identityHashCode(self);
              case "equals1" -> self == arguments[0];
              default -> calls.invoke(self, method, arguments == null ? NOTHING : arguments);
            };
    if (bean.isInterface()) {
      return bean.cast(
          Proxy.newProxyInstance(bean.getClassLoader(), new Class<?>[] {bean}, handler));
    }
    if (Modifier.isFinal(bean.getModifiers()) || bean.isPrimitive() || bean.isArray()) {
      throw Messages.notABean(bean);
    }
    try {
      return bean.cast(StandInClass.of(bean).with(handler));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw Messages.cannotStandIn(bean, e);
    }
  }
}
