package io.queuejob.example.orderdesk.desk;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

/** Does what the container does with a bean's {@code @Inject} fields. */
final class Injection {
  private final Object bean;

  private Injection(Object bean) {
    this.bean = bean;
  }

  static Injection of(Object bean) {
    return new Injection(bean);
  }

  /** Sets the one field that can hold the value. */
  Injection with(Object value) {
    List<Field> fields =
        Arrays.stream(bean.getClass().getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(Inject.class))
            .filter(field -> field.getType().isInstance(value))
            .toList();
    if (fields.size() != 1) {
      throw new IllegalArgumentException("expected one field for " + value + ", found " + fields);
    }
    try {
      fields.get(0).setAccessible(true);
      fields.get(0).set(bean, value);
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(fields.get(0).toString(), e);
    }
    return this;
  }
}
