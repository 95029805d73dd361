package io.queuejob.testing;

import io.queuejob.spi.CapturedCall;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A call that a test expects.
 *
 * @param call method and arguments
 * @param fullPath gives a channel's full path by the engine's rules
 */
record Expectation(CapturedCall call, UnaryOperator<String> fullPath) {

  String text() {
    return Listing.call(call);
  }

  boolean isMetBy(TrappedJob job) {
    return hasMethod(job) && hasArguments(job);
  }

  boolean hasMethod(TrappedJob job) {
    return call.bean() == job.bean() && call.function().equals(job.function());
  }

  /** The same JSON, or equal: the JSON of equal maps and sets may differ in order. */
  boolean hasArguments(TrappedJob job) {
    return call.json().equals(job.json())
        || Arrays.deepEquals(call.arguments().toArray(), job.arguments().toArray());
  }
}
