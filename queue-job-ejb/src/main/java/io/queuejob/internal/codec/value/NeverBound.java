package io.queuejob.internal.codec.value;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;

/** Types that live in one process and have no meaning in another, with what to pass instead. */
final class NeverBound {

  private static final Map<String, String> CURES = new LinkedHashMap<>();

  static {
    String bytes = "pass the content as byte[] or text, or where to find it";
    for (String stream :
        Set.of("java.io.InputStream", "java.io.OutputStream", "java.io.Reader", "java.io.Writer")) {
      CURES.put(stream, bytes);
    }
    CURES.put("java.util.stream.BaseStream", "pass a List");
    CURES.put("java.util.Iterator", "pass a List");
    CURES.put("java.nio.channels.Channel", bytes);
    CURES.put("java.io.File", "pass its path as text");
    CURES.put("java.nio.file.Path", "pass it as text");
    for (String engine :
        Set.of(
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ClassLoader",
            "java.lang.Class",
            "java.lang.Module",
            "java.util.concurrent.Executor",
            "java.util.concurrent.Future",
            "java.util.concurrent.locks.Lock")) {
      CURES.put(engine, "get it in the job itself");
    }
    for (String handle :
        Set.of(
            "java.sql.Wrapper",
            "java.sql.Blob",
            "java.sql.Clob",
            "jakarta.persistence.EntityManager",
            "jakarta.persistence.EntityManagerFactory",
            "jakarta.persistence.Query",
            "jakarta.enterprise.inject.Instance",
            "jakarta.servlet.ServletRequest",
            "jakarta.servlet.ServletResponse",
            "jakarta.ejb.EJBContext")) {
      CURES.put(handle, "inject it into the bean");
    }
  }

  private static final Set<Class<?>> BY_DEFAULT =
      Set.of(
          Number.class,
          Optional.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class,
          Date.class,
          Calendar.class,
          TimeZone.class);

  private static final Set<String> BY_DEFAULT_NAMED =
      Set.of(
          "java.net.URL",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp",
          "java.util.GregorianCalendar",
          "java.util.SimpleTimeZone",
          "jakarta.json.JsonValue",
          "jakarta.json.JsonObject",
          "jakarta.json.JsonArray",
          "jakarta.json.JsonString",
          "jakarta.json.JsonNumber",
          "jakarta.json.JsonStructure");

  private NeverBound() {}

  /** Why a type can never be bound; empty if nothing is known against it. */
  static Optional<String> why(Class<?> type) {
    for (Map.Entry<String, String> each : CURES.entrySet()) {
      if (is(type, each.getKey())) {
        return TypeRules.refuse(
            "a type that means the same in another process", type.getName(), each.getValue());
      }
    }
    return isFunctional(type)
        ? TypeRules.refuse(
            "data", "the functional type " + type.getName(), "pass what the function would use")
        : Optional.empty();
  }

  /** Whether JSON-B binds a class of the platform by default. */
  static boolean isBoundByDefault(Class<?> type) {
    return BY_DEFAULT.contains(type) || BY_DEFAULT_NAMED.contains(type.getName());
  }

  /** By name, since a class of the platform need not be there. */
  private static boolean is(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals(name)
          || Arrays.stream(at.getInterfaces()).anyMatch(i -> is(i, name))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFunctional(Class<?> type) {
    return type.isInterface()
        && (type.isAnnotationPresent(FunctionalInterface.class)
            || type.getName().startsWith("java.util.function.")
            || type == Runnable.class)
        && Arrays.stream(type.getMethods())
            .map(Method::getModifiers)
            .anyMatch(Modifier::isAbstract);
  }
}
