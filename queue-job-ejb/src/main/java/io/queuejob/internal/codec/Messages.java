package io.queuejob.internal.codec;

import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.codec.value.Refusal;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;

/** Texts of this package, ids QJ1200 to QJ1299. */
final class Messages {

  private Messages() {}

  /** {@code Thumbnails.generate, parameter {1} 'width' of type int}. */
  static String place(Method method, int index) {
    Parameter parameter = method.getParameters()[index];
    return where(method)
        + ", parameter {"
        + index
        + "} '"
        + parameter.getName()
        + "' of type "
        + parameter.getParameterizedType().getTypeName();
  }

  static String where(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  static CaptureException refused(Method method, int index, Refusal refusal) {
    String id =
        switch (refusal.reason()) {
          case VALUE -> "QJ1201";
          case SUBCLASS -> "QJ1202";
          case ENTITY, ENTITY_GONE, ENTITY_CLASS -> "QJ1203";
          case TYPE, TEXT -> "QJ1200";
        };
    return new CaptureException(
        id, place(method, index) + ": " + refusal.getMessage(), refusal.getCause());
  }

  static CaptureException resultRefused(Refusal refusal) {
    return new CaptureException("QJ1204", "result: " + refusal.getMessage(), refusal);
  }

  static CaptureException resultTypeRefused(Method method, Refusal refusal) {
    return new CaptureException(
        "QJ1205",
        where(method)
            + ", result of type "
            + method.getGenericReturnType().getTypeName()
            + ": "
            + refusal.getMessage()
            + "; or delay a method that returns nothing");
  }

  static PayloadException notAnEnvelope(String found, Throwable cause) {
    return new PayloadException(
        "QJ1220",
        "payload: expected {\"v\":1,\"args\":[…]}, found "
            + found
            + "; correct the column 'arguments' of the job and requeue it, or cancel it",
        cause);
  }

  static PayloadException unknownVersion(String found) {
    return new PayloadException(
        "QJ1221",
        "payload: expected version 1, found "
            + found
            + "; a newer release wrote this job: let its nodes run it, or upgrade this one");
  }

  static PayloadException wrongCount(Method method, int found) {
    return new PayloadException(
        "QJ1222",
        where(method)
            + ": expected "
            + method.getParameterCount()
            + " arguments, found "
            + found
            + "; correct the column 'arguments' of the job and requeue it, or cancel it");
  }

  static PayloadException unreadable(Method method, int index, Refusal refusal) {
    String place = place(method, index) + ": ";
    return switch (refusal.reason()) {
      case ENTITY_GONE ->
          new PayloadException(
              "QJ1224",
              place
                  + refusal.getMessage()
                  + "; it was removed after the call: cancel the job, or pass the id and let the"
                  + " method decide",
              refusal.getCause());
      case ENTITY_CLASS ->
          new PayloadException(
              "QJ1225",
              place + refusal.getMessage() + "; correct the payload if the class was renamed",
              refusal.getCause());
      default ->
          new PayloadException(
              "QJ1223",
              place
                  + "expected JSON of that type, found "
                  + refusal.getMessage()
                  + "; correct the column 'arguments' of the job and requeue it, or cancel it",
              refusal.getCause());
    };
  }

  static PayloadException resultUnreadable(Class<?> type, Refusal refusal) {
    return new PayloadException(
        "QJ1227",
        "result: expected JSON of "
            + type.getTypeName()
            + ", found "
            + refusal.getMessage()
            + "; ask for the type that the method returns",
        refusal.getCause());
  }

  static PayloadException badContext(String found, Throwable cause) {
    return new PayloadException(
        "QJ1226", "context: expected a JSON object of texts, found " + found, cause);
  }
}
