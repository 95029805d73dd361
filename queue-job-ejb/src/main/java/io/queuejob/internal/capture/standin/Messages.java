package io.queuejob.internal.capture.standin;

import io.queuejob.api.error.CaptureException;
import java.lang.reflect.Method;

/** Texts of this package, ids QJ1030 to QJ1049. */
final class Messages {

  private Messages() {}

  static CaptureException noCall(Class<?> bean) {
    return new CaptureException(
        "QJ1030",
        bean.getName()
            + ": expected one call of a business method, found none; write t -> t.method(…), the"
            + " method being neither private nor static");
  }

  static CaptureException secondCall(Class<?> bean, Method first, Method second) {
    return new CaptureException(
        "QJ1031",
        bean.getName()
            + ": expected one call of a business method, found "
            + first.getName()
            + " and "
            + second.getName()
            + "; delay each of them by a call of its own");
  }

  static CaptureException lambdaFailed(Class<?> bean, Throwable cause) {
    return new CaptureException(
        "QJ1032",
        bean.getName()
            + ": expected a lambda that only calls one business method, found that it raised "
            + cause
            + "; work out the arguments before it, and do not use what the stand-in returns",
        cause);
  }

  static CaptureException notABean(Class<?> type) {
    return new CaptureException(
        "QJ1033",
        type.getName()
            + ": expected the class or business interface of a bean, found "
            + (type.isRecord() ? "a record" : type.isEnum() ? "an enum" : "a final class")
            + "; make the class open, or pass an interface of the bean");
  }

  static CaptureException finalMethod(Class<?> type, Method method) {
    return new CaptureException(
        "QJ1034",
        type.getName()
            + ": expected methods that can be recorded, found the final method "
            + method.getName()
            + "; remove 'final', make it private, or pass an interface of the bean");
  }

  static CaptureException cannotStandIn(Class<?> type, Throwable cause) {
    return new CaptureException(
        "QJ1035",
        type.getName()
            + ": expected a class of which a recording subclass can be made, found "
            + cause
            + "; pass an interface of the bean",
        cause);
  }
}
