package io.queuejob.internal.capture.declare;

import io.queuejob.api.Delayed;
import io.queuejob.internal.bean.BoundParameters;
import jakarta.interceptor.InterceptorBinding;
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

/**
 * Finds the {@code @Delayed} that counts for a method: its own, that of an interceptor binding upon
 * it, its class's, a stereotype's.
 */
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
    Optional<Delayed> direct = of(own);
    return direct.isPresent() || !Modifier.isPublic(own.getModifiers()) ? direct : of(beanClass);
  }

  /** A method's own declaration, or that of an interceptor binding upon it; empty if none. */
  static Optional<Delayed> of(Method method) {
    Delayed direct = method.getAnnotation(Delayed.class);
    return direct != null
        ? Optional.of(direct)
        : Arrays.stream(method.getAnnotations())
            .map(Annotation::annotationType)
            .filter(kind -> kind.isAnnotationPresent(InterceptorBinding.class))
            .flatMap(kind -> ofElement(kind, new HashSet<>()).stream())
            .findFirst();
  }

  /**
   * An annotation of a method that has a declaration which the container does not see there, as it
   * is no interceptor binding; empty if none.
   */
  static Optional<Class<? extends Annotation>> unseen(Method method) {
    return Arrays.stream(method.getAnnotations())
        .<Class<? extends Annotation>>map(Annotation::annotationType)
        .filter(kind -> !kind.isAnnotationPresent(InterceptorBinding.class))
        .filter(kind -> ofElement(kind, new HashSet<>()).isPresent())
        .findFirst();
  }

  /** The declaration that counts for each public method of a class; empty if it has none. */
  static Optional<Delayed> of(Class<?> beanClass) {
    return ofElement(beanClass, new HashSet<>());
  }

  /** A bean's method behind one of an interface; that one itself if the bean only inherits it. */
  private static Method ofClass(Class<?> beanClass, Method method) {
    return Stream.<Class<?>>iterate(beanClass, Objects::nonNull, Class::getSuperclass)
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> !m.isBridge() && BoundParameters.areSame(beanClass, m, method))
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
