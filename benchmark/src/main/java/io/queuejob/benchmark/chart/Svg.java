package io.queuejob.benchmark.chart;

import java.util.Locale;

/** A drawing that grows by elements; text is escaped, colours follow the reader's ground. */
final class Svg {
  private static final String STYLE =
      """
      text{font:12px system-ui,sans-serif;fill:#24292f}
      .title{font-size:15px;font-weight:600}
      .grid{stroke:#8c959f;stroke-opacity:.35}
      .one{stroke:#57606a;stroke-dasharray:4 3}
      @media (prefers-color-scheme:dark){text{fill:#d0d7de}.one{stroke:#9ea7b3}}
      """;

  private final StringBuilder text = new StringBuilder();

  Svg(double width, double height, String title) {
    add(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %.0f %.0f' role='img'"
            + " aria-label='%s'>%n<style>%n%s</style>%n",
        width, height, escaped(title), STYLE);
    add("<text class='title' x='12' y='22'>%s</text>%n", escaped(title));
  }

  void bar(double x, double y, double width, double height, String colour) {
    add(
        "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' rx='2' fill='%s'/>%n",
        x, y, Math.max(width, 0.5), height, colour);
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    add("<line class='%s' x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f'/>%n", kind, x1, y1, x2, y2);
  }

  /** A line through points, which are pairs of numbers. */
  void path(String points, String colour) {
    add("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>%n", points, colour);
  }

  void text(double x, double y, String anchor, String words) {
    add("<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>%n", x, y, anchor, escaped(words));
  }

  String end() {
    return text + "</svg>\n";
  }

  private void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;");
  }
}
