package io.queuejob.web.overview;

import io.queuejob.admin.overview.Mark;
import io.queuejob.admin.overview.Overview;
import io.queuejob.web.VisibleText;
import io.queuejob.web.overview.chart.Plot;
import java.time.Instant;
import java.util.Locale;

/**
 * A node that joined, as a mark in the charts and a line below them.
 *
 * @param mark the node
 * @param at where it stands in a drawing
 */
public record MarkLine(Mark mark, String at) {
  static MarkLine of(Mark mark, Overview overview) {
    double millis = mark.at().toEpochMilli() - overview.steps().get(0).began().toEpochMilli();
    double x = Plot.x(millis / overview.window().step().toMillis());
    return new MarkLine(mark, String.format(Locale.ROOT, "%.1f", x));
  }

  public Instant time() {
    return mark.at();
  }

  public String node() {
    return VisibleText.of(mark.node());
  }

  public String application() {
    return VisibleText.of(mark.application());
  }

  /** Its version; empty if it told none. */
  public String version() {
    String version = mark.version();
    return version == null || version.equals("null") ? "" : VisibleText.of(version);
  }

  public boolean deploy() {
    return mark.newVersion();
  }
}
