package io.queuejob.internal.capture.declare;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registered name of a bean: its class, and the qualifiers that tell it from others, such as
 * {@code shop.Mailer@Fast} or {@code shop.Mailer@Region(code=eu)}.
 */
final class BeanName {

  private static final Set<Class<?>> COMMON = Set.of(Any.class, Default.class, Named.class);

  private BeanName() {}

  static String of(Class<?> type, Collection<Annotation> qualifiers) {
    return qualifiers.stream()
        .filter(q -> !COMMON.contains(q.annotationType()))
        .map(BeanName::text)
        .sorted()
        .collect(Collectors.joining("", type.getName(), ""));
  }

  private static String text(Annotation qualifier) {
    String members =
        Arrays.stream(qualifier.annotationType().getDeclaredMethods())
            .filter(m -> !m.isAnnotationPresent(Nonbinding.class))
            .sorted(Comparator.comparing(Method::getName))
            .map(m -> m.getName() + "=" + value(qualifier, m))
            .collect(Collectors.joining(","));
    String name = "@" + qualifier.annotationType().getSimpleName();
    return members.isEmpty() ? name : name + "(" + members + ")";
  }

  private static Object value(Annotation qualifier, Method member) {
    try {
      member.trySetAccessible();
      Object value = member.invoke(qualifier);
      return value instanceof Object[] values ? Arrays.asList(values) : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return "?";
    }
  }
}
