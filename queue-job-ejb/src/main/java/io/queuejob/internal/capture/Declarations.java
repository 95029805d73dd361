package io.queuejob.internal.capture;

import io.queuejob.api.Delayed;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the {@code @Delayed} that counts for a method: its own, its class's, a stereotype's. */
final class Declarations {

  private Declarations() {}

  /** The declaration of a business method of a bean class; empty if it has none. */
  static Optional<Delayed> of(Class<?> beanClass, Method method) {
    Optional<Delayed> own = Optional.ofNullable(method.getAnnotation(Delayed.class));
    return own.isPresent() || !Modifier.isPublic(method.getModifiers())
        ? own
        : ofType(beanClass, new HashSet<>());
  }

  /** The declaration that counts for each public method of a class. */
  static Optional<Delayed> of(Class<?> beanClass) {
    return ofType(beanClass, new HashSet<>());
  }

  private static Optional<Delayed> ofType(AnnotatedElement type, Set<Class<?>> seen) {
    Delayed direct = type.getAnnotation(Delayed.class);
    if (direct != null) {
      return Optional.of(direct);
    }
    for (Annotation each : type.getAnnotations()) {
      Class<?> kind = each.annotationType();
      if (!kind.getName().startsWith("java.lang.annotation.") && seen.add(kind)) {
        Optional<Delayed> inherited = ofType(kind, seen);
        if (inherited.isPresent()) {
          return inherited;
        }
      }
    }
    return Optional.empty();
  }
}
