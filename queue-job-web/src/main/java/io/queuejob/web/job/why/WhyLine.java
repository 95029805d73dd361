package io.queuejob.web.job.why;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A reason in words.
 *
 * @param code kind of reason
 * @param blocking whether the job cannot start while it holds
 * @param parts of the sentence, in order
 */
public record WhyLine(String code, boolean blocking, List<Part> parts) {
  public WhyLine {
    parts = List.copyOf(parts);
  }

  /** The sentence as plain text, times in ISO 8601 at UTC. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /** Name of the icon before it. */
  public String icon() {
    return switch (code) {
      case "ETA", "RETRY_AT", "THROTTLED", "RATE", "PROMOTION_DUE" -> "pi-clock";
      case "PAUSED", "PAUSED_UNKNOWN" -> "pi-pause";
      case "WAITS_FOR_JOBS", "OPEN_PARENT", "BEHIND", "STOPPED_PARENT" -> "pi-sitemap";
      case "LOCKED", "LOCKED_UNKNOWN" -> "pi-lock";
      case "CAPACITY", "NO_CAPACITY", "OTHERS_FIRST", "MANY_FIRST" -> "pi-inbox";
      case "NODES_DRAINED",
          "NO_NODE",
          "NO_NODE_OF_APPLICATION",
          "NO_NODE_WITH_METHOD",
          "NODES_SILENT",
          "NODE_GONE" ->
          "pi-server";
      case "RUNS" -> "pi-play";
      case "FAILED" -> "pi-exclamation-triangle";
      default -> "pi-info-circle";
    };
  }
}
