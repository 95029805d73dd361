package io.queuejob.internal.capture.graph;

import io.queuejob.internal.bean.DelayedFunction;

/**
 * A call whose arguments count as they were when it was recorded (S-DL-08).
 *
 * @param bean registered name of the bean
 * @param function what is called
 * @param arguments as they were passed
 * @param payload the arguments as they are stored
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Recorded(String bean, DelayedFunction function, Object[] arguments, String payload) {

  /** For people: method and arguments, shortened. */
  String text() {
    String json = payload.substring(payload.indexOf('['), payload.length() - 1);
    String all = function.name() + " " + json;
    return all.length() <= 200 ? all : all.substring(0, 199) + "…";
  }
}
