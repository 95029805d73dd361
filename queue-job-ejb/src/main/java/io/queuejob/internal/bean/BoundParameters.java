package io.queuejob.internal.bean;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameter types of a method as a bean's class binds the type variables of its supertypes: two
 * methods of one name and equal ones are the same method of the bean, however each is declared.
 * Overloads can be told from one another by nothing less.
 */
public final class BoundParameters {

  private BoundParameters() {}

  /**
   * The types.
   *
   * @param bean the bean's class
   * @param method of that class, of a superclass or of an interface
   */
  public static List<Class<?>> of(Class<?> bean, Method method) {
    Map<TypeVariable<?>, Type> bound = new HashMap<>();
    bind(bean, bound);
    List<Class<?>> types = new ArrayList<>();
    for (Type parameter : method.getGenericParameterTypes()) {
      types.add(raw(parameter, bound));
    }
    return types;
  }

  /** Whether two methods are one to callers of a bean. */
  public static boolean areSame(Class<?> bean, Method one, Method other) {
    return one.getName().equals(other.getName())
        && one.getParameterCount() == other.getParameterCount()
        && of(bean, one).equals(of(bean, other));
  }

  private static void bind(Class<?> type, Map<TypeVariable<?>, Type> bound) {
    List<Type> above = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
    if (type.getGenericSuperclass() != null) {
      above.add(type.getGenericSuperclass());
    }
    for (Type each : above) {
      if (each instanceof ParameterizedType generic) {
        TypeVariable<?>[] variables = ((Class<?>) generic.getRawType()).getTypeParameters();
        for (int i = 0; i < variables.length; i++) {
          bound.putIfAbsent(variables[i], generic.getActualTypeArguments()[i]);
        }
      }
      bind(raw(each, bound), bound);
    }
  }

  private static Class<?> raw(Type type, Map<TypeVariable<?>, Type> bound) {
    if (type instanceof Class<?> simple) {
      return simple;
    } else if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType(), bound);
    } else if (type instanceof GenericArrayType array) {
      return Array.newInstance(raw(array.getGenericComponentType(), bound), 0).getClass();
    } else if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0], bound);
    }
    TypeVariable<?> variable = (TypeVariable<?>) type;
    return raw(bound.getOrDefault(variable, variable.getBounds()[0]), bound);
  }
}
