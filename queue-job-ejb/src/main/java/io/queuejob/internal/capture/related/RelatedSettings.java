package io.queuejob.internal.capture.related;

import io.queuejob.internal.codec.RelatedText;
import java.util.Map;

/**
 * What the configuration of a function says of its related action (S-JF-05); null where it says
 * nothing, so that the declaration counts.
 *
 * @param enable {@code true} or {@code false}
 * @param method name of a method of the job's own bean, or {@code bean.method}
 * @param arguments for that method, a JSON object
 */
public record RelatedSettings(String enable, String method, String arguments) {
  /** Says nothing. */
  public static final RelatedSettings NONE = new RelatedSettings(null, null, null);

  /** Switches the action off. */
  public static final RelatedSettings OFF = new RelatedSettings("false", null, null);

  boolean isEnabled(boolean declared) {
    return enable == null ? declared : Boolean.parseBoolean(enable);
  }

  boolean namesMethod() {
    return method != null && !method.isBlank();
  }

  Map<String, Object> named() {
    return RelatedText.arguments(arguments);
  }
}
