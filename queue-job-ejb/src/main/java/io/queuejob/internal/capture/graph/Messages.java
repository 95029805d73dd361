package io.queuejob.internal.capture.graph;

import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.graph.GraphConflict;
import io.queuejob.internal.graph.GraphFault;
import java.util.List;
import java.util.stream.Collectors;

/** Texts of this package, ids QJ1050 to QJ1079. */
final class Messages {

  private Messages() {}

  static CaptureException emptyGroup() {
    return new CaptureException(
        "QJ1050", "group: expected at least one part, found none; delay nothing in that case");
  }

  static CaptureException emptyChain() {
    return new CaptureException(
        "QJ1051", "chain: expected at least one part, found none; make none in that case");
  }

  static CaptureException of(GraphFault fault) {
    return switch (fault.kind()) {
      case EMPTY -> emptyGroup();
      case SELF ->
          new CaptureException(
              "QJ1052",
              "expected a call to wait for others, found one that would wait for itself: "
                  + path(fault.path())
                  + "; make a second delayable of it");
      case CYCLE ->
          new CaptureException(
              "QJ1053",
              "expected an order, found calls that wait for one another: "
                  + path(fault.path())
                  + "; take one of these steps out");
      case TOO_MANY_EDGES ->
          new CaptureException(
              "QJ1054",
              "expected at most "
                  + io.queuejob.internal.graph.Part.MOST_EDGES
                  + " edges between two groups, found "
                  + fault.edges()
                  + "; put a call between them that does nothing");
    };
  }

  private static String path(List<?> path) {
    return path.stream().map(String::valueOf).collect(Collectors.joining(" -> "));
  }

  static CaptureException of(GraphConflict conflict, RecordedDelayable<?> member) {
    return switch (conflict.kind()) {
      case NO_LONGER_WAITS ->
          new CaptureException(
              "QJ1055",
              member
                  + ": expected a job that waits, so that it can be put into an order, found it "
                  + conflict.found()
                  + "; delay the calls together");
      case TWIN_AS_CHILD ->
          new CaptureException(
              "QJ1056",
              member
                  + ": expected a new job that can wait for others, found that job "
                  + conflict.found()
                  + " has its identity key and belongs to somebody else; give it another key, or"
                  + " try again when that job has run");
      case KEY_TWICE ->
          new CaptureException(
              "QJ1065",
              member
                  + ": expected a new job that can wait for others, found that another call of the"
                  + " same graph has its identity key '"
                  + conflict.found()
                  + "' too, so that both were one job; give each its own key, computed of the call"
                  + " for instance");
      case TWO_GRAPHS ->
          new CaptureException(
              "QJ1057",
              member
                  + ": expected members of one graph, found "
                  + conflict.found()
                  + "; leave one of the two out");
    };
  }

  static CaptureException foreignPart(Object part) {
    return new CaptureException(
        "QJ1058",
        "expected delayables of a JobQueue and chains and groups of them, found "
            + (part == null ? "null" : part.getClass().getName())
            + "; nobody else implements JobGraph");
  }

  static CaptureException twoQueues(RecordedDelayable<?> member) {
    return new CaptureException(
        "QJ1059",
        member
            + ": expected all calls of a graph to be made by one engine's JobQueue, found another;"
            + " delay them apart");
  }

  static CaptureException noCall(RecordedDelayable<?> member, String wish) {
    return new CaptureException(
        "QJ1060",
        member + ": expected a call before " + wish + ", found none; name the method first");
  }

  static CaptureException alreadySplit(RecordedDelayable<?> member) {
    return new CaptureException(
        "QJ1061",
        member + ": expected a call that is whole, found one that was split; delay its parts");
  }

  static CaptureException alreadyDelayed(RecordedDelayable<?> member, String wish) {
    return new CaptureException(
        "QJ1062",
        member
            + ": expected a call that was not delayed before "
            + wish
            + ", found job "
            + member.ref().orElseThrow()
            + "; make a second delayable");
  }

  static CaptureException badSplit(RecordedDelayable<?> member, String expected, Object found) {
    return new CaptureException(
        "QJ1063", member + ", split: expected " + expected + ", found " + found + "; correct it");
  }

  static String forgotten(String call) {
    return "QJ1064 "
        + call
        + ": expected a call that is delayed, found one that never was; call"
        + " delay() on it or on what comes before it";
  }
}
