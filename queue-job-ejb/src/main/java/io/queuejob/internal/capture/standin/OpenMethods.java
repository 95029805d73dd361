package io.queuejob.internal.capture.standin;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The methods of a bean class that a stand-in has to take over so that no code of it runs. */
final class OpenMethods {

  private OpenMethods() {}

  /**
   * What a stand-in overrides, the most specific of each signature, in an order that depends on the
   * class alone.
   *
   * @throws io.queuejob.api.error.CaptureException if a method cannot be overridden
   */
  static List<Method> of(Class<?> type) {
    Map<String, Method> bySignature = new TreeMap<>();
    Map<String, Boolean> forwards = new HashMap<>();
    Stream<Method> ofClasses =
        Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
            .filter(c -> c != Object.class)
            .flatMap(c -> Arrays.stream(c.getDeclaredMethods()));
    Stream<Method> ofInterfaces =
        Arrays.stream(type.getMethods()).filter(m -> m.getDeclaringClass().isInterface());
    Stream.concat(ofClasses, ofInterfaces)
        .filter(m -> isInherited(m, type))
        .forEach(
            m -> {
              String signature = m.getName() + Arrays.toString(m.getParameterTypes());
              if (forwards.putIfAbsent(signature + m.getReturnType(), m.isBridge()) == null
                  && !isForwarding(m)) {
                bySignature.putIfAbsent(signature + m.getReturnType(), m);
              }
            });
    for (Method method : bySignature.values()) {
      if (Modifier.isFinal(method.getModifiers())) {
        throw Messages.finalMethod(type, method);
      }
    }
    return List.copyOf(bySignature.values());
  }

  private static boolean isInherited(Method method, Class<?> type) {
    int modifiers = method.getModifiers();
    if (Modifier.isStatic(modifiers) || Modifier.isPrivate(modifiers)) {
      return false;
    }
    return Modifier.isPublic(modifiers)
        || Modifier.isProtected(modifiers)
        || isNeighbour(method.getDeclaringClass(), type);
  }

  private static boolean isNeighbour(Class<?> one, Class<?> other) {
    return one.getPackageName().equals(other.getPackageName())
        && one.getClassLoader() == other.getClassLoader();
  }

  /**
   * Whether a bridge calls another method of its class, which is taken over itself. The other kind
   * of bridge, made to widen the visibility of a superclass, runs the superclass's code.
   */
  private static boolean isForwarding(Method method) {
    return method.isBridge()
        && Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
            .filter(m -> !m.isBridge() && m.getName().equals(method.getName()))
            .filter(m -> m.getParameterCount() == method.getParameterCount())
            .anyMatch(m -> isNarrower(m, method));
  }

  private static boolean isNarrower(Method real, Method bridge) {
    for (int i = 0; i < bridge.getParameterCount(); i++) {
      if (!bridge.getParameterTypes()[i].isAssignableFrom(real.getParameterTypes()[i])) {
        return false;
      }
    }
    return bridge.getReturnType().isAssignableFrom(real.getReturnType());
  }
}
