package io.queuejob.internal.capture.declare;

import io.queuejob.api.Delayed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the {@code @Delayed} that counts for a method: its own, its class's, a stereotype's. */
public final class Declarations {

  private Declarations() {}

  /**
   * The declaration that counts for a business method.
   *
   * @param method of the bean's class, or of an interface of it
   * @return empty if it has none
   */
  public static Optional<Delayed> of(Class<?> beanClass, Method method) {
    Method own = method.getDeclaringClass().isInterface() ? ofClass(beanClass, method) : method;
    Delayed direct = own.getAnnotation(Delayed.class);
    return direct != null || !Modifier.isPublic(own.getModifiers())
        ? Optional.ofNullable(direct)
        : of(beanClass);
  }

  /** The declaration that counts for each public method of a class; empty if it has none. */
  static Optional<Delayed> of(Class<?> beanClass) {
    return ofElement(beanClass, new HashSet<>());
  }

  /** A bean's method behind one of an interface; that one itself if the bean only inherits it. */
  private static Method ofClass(Class<?> beanClass, Method method) {
    return Stream.<Class<?>>iterate(beanClass, Objects::nonNull, Class::getSuperclass)
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> m.getName().equals(method.getName()) && !m.isBridge())
        .filter(m -> Arrays.equals(m.getParameterTypes(), method.getParameterTypes()))
        .findFirst()
        .orElse(method);
  }

  private static Optional<Delayed> ofElement(AnnotatedElement element, Set<Class<?>> seen) {
    Delayed direct = element.getAnnotation(Delayed.class);
    if (direct != null) {
      return Optional.of(direct);
    }
    for (Annotation each : element.getAnnotations()) {
      Class<?> kind = each.annotationType();
      if (!kind.getName().startsWith("java.lang.annotation.") && seen.add(kind)) {
        Optional<Delayed> inherited = ofElement(kind, seen);
        if (inherited.isPresent()) {
          return inherited;
        }
      }
    }
    return Optional.empty();
  }
}
