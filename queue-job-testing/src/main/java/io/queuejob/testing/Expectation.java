package io.queuejob.testing;

import io.queuejob.spi.CapturedCall;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

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

  /** A call of a method of that name, but of another bean or with other parameters. */
  boolean isNamesake(TrappedJob job) {
    return !hasMethod(job) && call.method().equals(job.method());
  }

  /** The same JSON, or equal: the JSON of equal maps and sets may differ in order. */
  boolean hasArguments(TrappedJob job) {
    return call.json().equals(job.json())
        || Arrays.deepEquals(call.arguments().toArray(), job.arguments().toArray());
  }

  /** Places of the arguments that are not as expected, such as {@code argument {0}}. */
  String argumentsThatDiffer(TrappedJob job) {
    List<String> places =
        IntStream.range(0, call.arguments().size())
            .filter(i -> !Objects.deepEquals(call.arguments().get(i), job.arguments().get(i)))
            .mapToObj(i -> "{" + i + "}")
            .toList();
    return (places.size() == 1 ? "argument " : "arguments ") + String.join(", ", places);
  }
}
