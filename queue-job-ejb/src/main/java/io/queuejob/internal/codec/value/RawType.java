package io.queuejob.internal.codec.value;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Small questions about declared types. */
final class RawType {

  private RawType() {}

  /** The class behind a type; for variables and wildcards that of the first bound. */
  static Class<?> of(Type type) {
    if (type instanceof Class<?> simple) {
      return simple;
    } else if (type instanceof ParameterizedType generic) {
      return of(generic.getRawType());
    } else if (type instanceof GenericArrayType array) {
      return Array.newInstance(of(array.getGenericComponentType()), 0).getClass();
    } else if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0]);
    } else if (type instanceof TypeVariable<?> variable) {
      return of(variable.getBounds()[0]);
    }
    throw new IllegalArgumentException("expected a type of the language, found " + type);
  }

  /** What a wildcard stands for when values are read: its upper bound. */
  static Type bound(Type type) {
    return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
  }

  /** The only type argument; null if there is none or several. */
  static Type onlyArgument(Type type) {
    return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1
        ? bound(generic.getActualTypeArguments()[0])
        : null;
  }

  /** Component type of an array type; null if it is none. */
  static Type component(Type type) {
    if (type instanceof GenericArrayType array) {
      return array.getGenericComponentType();
    }
    return type instanceof Class<?> simple ? simple.getComponentType() : null;
  }

  /** Whether a class belongs to the JDK or to Jakarta EE. */
  static boolean isOfPlatform(Class<?> type) {
    String name = type.getName();
    return type.isPrimitive()
        || type.isArray()
        || name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jakarta.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.");
  }
}
