package io.queuejob.internal.capture.memory;

import io.queuejob.api.error.CaptureException;
import java.lang.reflect.Method;

/** Texts of this package, ids QJ1090 to QJ1099. */
final class Messages {

  private Messages() {}

  static CaptureException notDelayed(Class<?> bean, Method method) {
    return new CaptureException(
        "QJ1090",
        bean.getName()
            + "."
            + method.getName()
            + ": expected a @Delayed method, found one that the container would run at once, which"
            + " a stand-in cannot; override it in a subclass of the bean and use that one");
  }
}
