package io.queuejob.internal.capture.related;

import io.queuejob.internal.bean.CurrentInvocation;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.RegisteredBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;

/** The method of a bean that says what a call of another method is about. */
record AnsweringMethod(DelayedFunction function, boolean takesMap) {

  /** The method of that name with the parameters of the delayed one, and perhaps a map. */
  static AnsweringMethod of(RegisteredBean bean, String name, Method delayed) {
    return bean.businessMethods()
        .filter(m -> m.getName().equals(name))
        .filter(m -> fits(m, delayed))
        .findFirst()
        .flatMap(bean::function)
        .map(f -> new AnsweringMethod(f, takesMap(f.method(), delayed)))
        .orElseThrow(() -> Messages.noMethod(delayed, bean.name() + "." + name));
  }

  private static boolean fits(Method method, Method delayed) {
    Class<?>[] own = method.getParameterTypes();
    int expected = delayed.getParameterCount();
    boolean withMap = own.length == expected + 1 && own[expected] == Map.class;
    return (own.length == expected || withMap)
        && Arrays.equals(
            own, 0, expected, delayed.getParameterTypes(), 0, delayed.getParameterCount());
  }

  private static boolean takesMap(Method method, Method delayed) {
    return method.getParameterCount() > delayed.getParameterCount();
  }

  Object ask(Object[] arguments, Map<String, Object> named) throws Throwable {
    Object[] all = takesMap ? Arrays.copyOf(arguments, arguments.length + 1) : arguments.clone();
    if (takesMap) {
      all[arguments.length] = named;
    }
    return function.instances().use(bean -> call(bean, all));
  }

  /** The method may itself be one that is delayed elsewhere; here it is called. */
  private Object call(Object bean, Object[] arguments) throws Throwable {
    CurrentInvocation.expect(function.method());
    try {
      return function.method().invoke(bean, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    } finally {
      CurrentInvocation.clear();
    }
  }
}
