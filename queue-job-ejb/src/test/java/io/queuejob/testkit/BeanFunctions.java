package io.queuejob.testkit;

import io.queuejob.api.Delayed;
import io.queuejob.internal.bean.DelayedFunction;
import io.queuejob.internal.bean.FunctionCatalog;
import io.queuejob.internal.bean.FunctionName;
import io.queuejob.internal.bean.RunTerms;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The public methods of plain objects as functions. */
public final class BeanFunctions implements FunctionCatalog {
  private final Map<String, DelayedFunction> byName = new TreeMap<>();

  /** Functions of these beans. */
  public static BeanFunctions of(Object... beans) {
    BeanFunctions functions = new BeanFunctions();
    for (Object bean : beans) {
      for (Method method : bean.getClass().getDeclaredMethods()) {
        String name = FunctionName.of(bean.getClass().getName(), method);
        functions.byName.put(
            name,
            new DelayedFunction(
                name,
                method,
                DelayedFunction.of(bean),
                RunTerms.of(method.getAnnotation(Delayed.class)),
                bean.getClass()));
      }
    }
    return functions;
  }

  /** The name of a bean's only method of that name. */
  public static String name(Class<?> bean, String method) {
    return FunctionName.of(bean.getName(), method(bean, method));
  }

  /** A bean's only method of that name. */
  public static Method method(Class<?> bean, String method) {
    List<Method> found =
        Arrays.stream(bean.getDeclaredMethods()).filter(m -> m.getName().equals(method)).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(method + ": expected one method, found " + found);
    }
    found.get(0).setAccessible(true);
    return found.get(0);
  }

  @Override
  public Optional<DelayedFunction> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public Collection<DelayedFunction> declared() {
    return byName.values();
  }
}
