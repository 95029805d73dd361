package io.queuejob.internal.codec.secret;

import io.queuejob.api.call.Secret;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The paths of a method's secret values, found once per method. The first step of a path among
 * arguments is the argument's index, then come names of members; {@code *} stands for each element
 * of a list or a map, {@code **} for any depth.
 */
public final class SecretPaths {
  private SecretPaths() {}

  /** The paths; empty if nothing is secret. */
  public static List<String> of(Method method) {
    Set<String> paths = new TreeSet<>();
    Parameter[] parameters = method.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      String at = "/" + i;
      if (isSecret(method, i)) {
        paths.add(at);
      } else {
        paths.addAll(new SecretMembers().of(parameters[i].getParameterizedType(), at));
      }
    }
    return new ArrayList<>(paths);
  }

  /** The paths in what the method returns: an empty one if all of it is secret. */
  public static List<String> ofResult(Method method) {
    if (declared(method).anyMatch(m -> m.isAnnotationPresent(Secret.class))) {
      return List.of("");
    }
    return new ArrayList<>(new SecretMembers().of(method.getGenericReturnType(), ""));
  }

  private static boolean isSecret(Method method, int index) {
    return declared(method)
        .anyMatch(m -> m.getParameters()[index].isAnnotationPresent(Secret.class));
  }

  /** The method, and what it overrides. */
  private static Stream<Method> declared(Method method) {
    return declarations(method.getDeclaringClass())
        .map(type -> same(type, method))
        .filter(Objects::nonNull);
  }

  static Stream<Class<?>> declarations(Class<?> type) {
    if (type == null) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(type),
        Stream.concat(Stream.of(type.getInterfaces()), Stream.of(type).map(Class::getSuperclass))
            .flatMap(SecretPaths::declarations));
  }

  private static Method same(Class<?> type, Method method) {
    return Stream.of(type.getDeclaredMethods())
        .filter(m -> m.getName().equals(method.getName()))
        .filter(m -> m.getParameterCount() == method.getParameterCount())
        .filter(m -> fits(m, method))
        .findFirst()
        .orElse(null);
  }

  /** What is overridden may have wider types, where they are type variables. */
  private static boolean fits(Method above, Method method) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (!above.getParameterTypes()[i].isAssignableFrom(types[i])) {
        return false;
      }
    }
    return true;
  }
}
