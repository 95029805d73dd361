package io.queuejob.web.overview;

import io.queuejob.admin.overview.Mark;
import io.queuejob.web.VisibleText;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Nodes of one version that joined together, as a mark in the charts and a line beside them.
 *
 * @param marks the nodes, the first of them first
 * @param at where it stands in a drawing
 * @param flag what stands beside it in a drawing; null for nothing
 */
public record MarkLine(List<Mark> marks, String at, Flag flag) {
  private static final int MOST_NODES = 3;

  /** Copies the nodes. */
  public MarkLine {
    marks = List.copyOf(marks);
  }

  /**
   * Words in a drawing.
   *
   * @param text the words
   * @param x where they begin or end, in percent of the width
   * @param side on which side of that: start or end
   */
  public record Flag(String text, String x, String side) {}

  private Mark first() {
    return marks.get(0);
  }

  public Instant time() {
    return first().at();
  }

  /** Their names, if they are few. */
  public String nodes() {
    return marks.stream()
        .limit(MOST_NODES)
        .map(mark -> VisibleText.of(mark.node()))
        .collect(Collectors.joining(", "));
  }

  /** How many more there are. */
  public int more() {
    return Math.max(0, marks.size() - MOST_NODES);
  }

  public String application() {
    return VisibleText.of(first().application());
  }

  /** The version of the application; empty if nobody knows. */
  public String version() {
    return first().applicationVersion() == null ? "" : VisibleText.of(first().applicationVersion());
  }

  /** The version of the engine; empty if the build did not say. */
  public String engine() {
    String version = first().version();
    return version == null || version.equals("null") ? "" : VisibleText.of(version);
  }

  /** Application and version, such as {@code shop 4.2.0}. */
  public String name() {
    return version().isEmpty() ? application() : application() + " " + version();
  }

  /** Whether they brought a version that was not there before. */
  public boolean deploy() {
    return first().newVersion();
  }
}
