package io.queuejob.internal.codec.secret;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the type variables of a type stand for, and those of all that it extends. */
final class Bindings {
  private final Map<TypeVariable<?>, Type> bound;

  private Bindings(Map<TypeVariable<?>, Type> bound) {
    this.bound = bound;
  }

  /**
   * The variables.
   *
   * @param around those that are known where the type stands
   */
  static Map<TypeVariable<?>, Type> of(Type type, Map<TypeVariable<?>, Type> around) {
    Bindings bindings = new Bindings(new HashMap<>(around));
    bindings.add(type);
    return bindings.bound;
  }

  private void add(Type type) {
    Class<?> raw = SecretMembers.raw(type);
    if (type instanceof ParameterizedType generic) {
      TypeVariable<?>[] variables = raw.getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        bound.put(variables[i], SecretMembers.resolved(generic.getActualTypeArguments()[i], bound));
      }
    }
    if (raw.getGenericSuperclass() != null) {
      add(raw.getGenericSuperclass());
    }
    Stream.of(raw.getGenericInterfaces()).forEach(this::add);
  }
}
