package io.queuejob.web.overview;

import io.queuejob.admin.overview.Mark;
import io.queuejob.admin.overview.Overview;
import io.queuejob.web.overview.chart.Plot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts nodes together that joined as one deployment, and finds room for the words of their marks.
 */
final class MarkLines {
  /** Nodes of one version belong together if each joins that soon after the one before. */
  private static final Duration TOGETHER = Duration.ofMinutes(10);

  private static final int LONGEST = 16;

  /** Width of a character in percent of that of a drawing on a phone. */
  private static final double CHARACTER = 2.6;

  /** Beyond this part of the width words stand to the left of their mark. */
  private static final double MIDDLE = 50;

  private MarkLines() {}

  private record Kind(String application, String version, String engine) {}

  /** The newest first. */
  static List<MarkLine> of(Overview overview) {
    List<List<Mark>> groups = together(overview.marks());
    boolean several =
        groups.stream().map(group -> group.get(0).application()).distinct().count() > 1;
    List<MarkLine> lines = new ArrayList<>();
    List<double[]> taken = new ArrayList<>();
    for (List<Mark> group : groups) {
      double x = place(group.get(0).at(), overview);
      MarkLine bare = new MarkLine(group, number(x), null);
      double percent = 100 * x / Plot.x(overview.window().steps());
      lines.add(new MarkLine(group, bare.at(), flag(bare, several, percent, taken)));
    }
    return lines;
  }

  private static List<List<Mark>> together(List<Mark> newestFirst) {
    List<Mark> marks = new ArrayList<>(newestFirst);
    Collections.reverse(marks);
    List<List<Mark>> groups = new ArrayList<>();
    Map<Kind, List<Mark>> open = new HashMap<>();
    for (Mark mark : marks) {
      Kind kind = new Kind(mark.application(), mark.applicationVersion(), mark.version());
      List<Mark> group = open.get(kind);
      if (group == null || mark.newVersion() || isLater(mark, group)) {
        group = new ArrayList<>();
        open.put(kind, group);
        groups.add(group);
      }
      group.add(mark);
    }
    Collections.reverse(groups);
    return groups;
  }

  private static boolean isLater(Mark mark, List<Mark> group) {
    Instant last = group.get(group.size() - 1).at();
    return mark.at().isAfter(last.plus(TOGETHER));
  }

  private static double place(Instant at, Overview overview) {
    double millis = at.toEpochMilli() - overview.steps().get(0).began().toEpochMilli();
    return Plot.x(millis / overview.window().step().toMillis());
  }

  /** Words of a deployment where no newer ones are; null where there is no room. */
  private static MarkLine.Flag flag(
      MarkLine line, boolean several, double percent, List<double[]> taken) {
    if (!line.deploy() || line.version().isEmpty()) {
      return null;
    }
    String whole = several ? line.name() : line.version();
    String text = whole.length() > LONGEST ? whole.substring(0, LONGEST - 1) + "…" : whole;
    double width = text.length() * CHARACTER;
    boolean left = percent > MIDDLE;
    double from = left ? percent - width : percent;
    if (taken.stream().anyMatch(other -> from < other[1] && other[0] < from + width)) {
      return null;
    }
    taken.add(new double[] {from, from + width});
    return new MarkLine.Flag(text, number(percent) + "%", left ? "end" : "start");
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
