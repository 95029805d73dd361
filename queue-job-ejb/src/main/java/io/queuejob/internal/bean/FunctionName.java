package io.queuejob.internal.bean;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The registered name of a bean's business method. */
public final class FunctionName {

  private FunctionName() {}

  /**
   * The name: bean, method, simple names of the parameter types, such as {@code
   * shop.Thumbnails.generate(long,int,int)}. The parameters belong to it, so that two versions of
   * an application never run each other's overloads.
   *
   * @param bean registered name of the bean
   */
  public static String of(String bean, Method method) {
    return of(bean, method, Class::getSimpleName);
  }

  /**
   * The name with the full names of the parameter types, such as {@code
   * shop.Calendar.mark(java.sql.Date)}: for overloads whose simple names are the same.
   *
   * @param bean registered name of the bean
   */
  public static String exact(String bean, Method method) {
    return of(bean, method, Class::getTypeName);
  }

  private static String of(String bean, Method method, Function<Class<?>, String> type) {
    return bean
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(type)
            .collect(Collectors.joining(",", "(", ")"));
  }
}
