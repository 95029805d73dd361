package io.queuejob.internal.capture.related;

import io.queuejob.api.error.CaptureException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Texts of this package, ids QJ1400 to QJ1499. */
final class Messages {

  private Messages() {}

  static CaptureException noMethod(Method delayed, String name) {
    String types =
        Arrays.stream(delayed.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    return new CaptureException(
        "QJ1401",
        delayed.getDeclaringClass().getSimpleName()
            + "."
            + delayed.getName()
            + ": expected for its related action a business method "
            + name
            + "("
            + types
            + "), perhaps with a Map behind, of one bean of the application, found none; add it,"
            + " correct the name, or remove the action");
  }
}
