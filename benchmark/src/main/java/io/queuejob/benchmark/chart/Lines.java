package io.queuejob.benchmark.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Series of figures as lines, on a logarithmic scale. */
public final class Lines {
  private static final List<String> COLOURS =
      List.of("#2f81f7", "#d29922", "#3fb950", "#db61a2", "#a371f7", "#f85149");
  private static final int WIDTH = 760;
  private static final int HEIGHT = 360;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int TOP = 44;
  private static final int BOTTOM = 72;
  private static final int MOST_LABELS = 12;
  private static final double LEAST = 1e-3;

  private final Map<String, List<Double>> series;
  private final List<String> labels;
  private final double low;
  private final double high;
  private final Svg svg;

  private Lines(String title, List<String> labels, Map<String, List<Double>> series) {
    this.series = series;
    this.labels = labels;
    double[] all =
        series.values().stream().flatMap(List::stream).mapToDouble(Lines::log).sorted().toArray();
    this.low = all.length == 0 ? 0 : Math.floor(all[0]);
    this.high = all.length == 0 ? 1 : Math.max(low + 1, Math.ceil(all[all.length - 1]));
    this.svg = new Svg(WIDTH, HEIGHT, title);
  }

  /**
   * One line for each series.
   *
   * @param labels below the points
   * @param series figures by name, as many as there are labels
   */
  public static String of(String title, List<String> labels, Map<String, List<Double>> series) {
    return new Lines(title, labels, series).drawn();
  }

  private String drawn() {
    for (double power = low; power <= high; power++) {
      svg.line("grid", LEFT, y(power), WIDTH - RIGHT, y(power));
      svg.text(LEFT - 8, y(power) + 4, "end", number(Math.pow(10, power)));
    }
    int step = Math.max(1, (labels.size() + MOST_LABELS - 1) / MOST_LABELS);
    for (int i = 0; i < labels.size(); i += step) {
      svg.text(x(i), HEIGHT - BOTTOM + 18, "middle", labels.get(i));
    }
    int number = 0;
    for (Map.Entry<String, List<Double>> one : series.entrySet()) {
      String colour = COLOURS.get(number % COLOURS.size());
      svg.path(points(one.getValue()), colour);
      double at = LEFT + (number % 3) * 230;
      double down = HEIGHT - 26 + (number / 3) * 16;
      svg.bar(at, down - 9, 10, 10, colour);
      svg.text(at + 16, down, "start", one.getKey());
      number++;
    }
    return svg.end();
  }

  private String points(List<Double> figures) {
    List<String> points = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x(i), y(log(figures.get(i)))));
    }
    return String.join(" ", points);
  }

  private double x(int index) {
    int gaps = Math.max(1, labels.size() - 1);
    return LEFT + 10 + (double) index / gaps * (WIDTH - LEFT - RIGHT - 20);
  }

  private double y(double log) {
    return HEIGHT - BOTTOM - (log - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
  }

  private static double log(double figure) {
    return Math.log10(Math.max(LEAST, figure));
  }

  private static String number(double value) {
    return value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : String.valueOf(value);
  }
}
