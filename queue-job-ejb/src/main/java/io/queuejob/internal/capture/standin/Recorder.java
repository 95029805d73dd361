package io.queuejob.internal.capture.standin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

/** Receives what is called upon one stand-in; used by one thread for one lambda. */
final class Recorder implements InvocationHandler {

  private static final Object[] NOTHING = {};

  private final Class<?> bean;
  private RecordedCall call;
  private boolean closed;

  Recorder(Class<?> bean) {
    this.bean = bean;
  }

  @Override
  public Object invoke(Object standIn, Method method, Object[] arguments) {
    if (closed || isOfObject(method)) {
      return ofObject(standIn, method, arguments);
    }
    if (call != null) {
      throw Messages.secondCall(bean, call.method(), method);
    }
    call = new RecordedCall(method, arguments == null ? NOTHING : arguments);
    return zero(method.getReturnType());
  }

  /** The recorded call; whoever kept the stand-in records nothing more. */
  RecordedCall end() {
    closed = true;
    if (call == null) {
      throw Messages.noCall(bean);
    }
    return call;
  }

  /** What debuggers and collections call is no business method. */
  private static boolean isOfObject(Method method) {
    return switch (method.getName()) {
      case "toString", "hashCode", "finalize" -> method.getParameterCount() == 0;
      case "equals" ->
          method.getParameterCount() == 1 && method.getParameterTypes()[0] == Object.class;
      default -> false;
    };
  }

  private Object ofObject(Object standIn, Method method, Object[] arguments) {
    if (!isOfObject(method)) {
      return zero(method.getReturnType());
    }
    return switch (method.getName()) {
      case "toString" -> "stand-in of " + bean.getName();
      case "hashCode" -> System.identityHashCode(standIn);
      case "equals" -> standIn == arguments[0];
      default -> null;
    };
  }

  private static Object zero(Class<?> type) {
    return type.isPrimitive() && type != void.class
        ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0)
        : null;
  }
}
