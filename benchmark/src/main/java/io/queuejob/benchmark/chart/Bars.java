package io.queuejob.benchmark.chart;

import java.util.Locale;
import java.util.Map;

/** Ratios as bars, with a mark where both are equal. */
public final class Bars {
  private static final String COLOUR = "#2f81f7";
  private static final int LEFT = 250;
  private static final int WIDTH = 760;
  private static final int RIGHT = 70;
  private static final int ROW = 24;
  private static final int TOP = 56;

  private Bars() {}

  /** One bar for each ratio, in their order. */
  public static String of(String title, Map<String, Double> ratios) {
    double most = ratios.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double unit = (WIDTH - LEFT - RIGHT) / Math.max(most, 1);
    Svg svg = new Svg(WIDTH, TOP + ratios.size() * ROW + 12, title);
    double y = TOP;
    for (Map.Entry<String, Double> ratio : ratios.entrySet()) {
      svg.text(LEFT - 8, y + 13, "end", ratio.getKey());
      svg.bar(LEFT, y, ratio.getValue() * unit, ROW - 8, COLOUR);
      svg.text(
          LEFT + ratio.getValue() * unit + 6,
          y + 13,
          "start",
          String.format(Locale.ROOT, "%.2f", ratio.getValue()));
      y += ROW;
    }
    svg.line("one", LEFT + unit, TOP - 8, LEFT + unit, y);
    svg.text(LEFT + unit, TOP - 11, "middle", "1");
    return svg.end();
  }
}
