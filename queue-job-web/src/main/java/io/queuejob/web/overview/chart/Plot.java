package io.queuejob.web.overview.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A drawing of so many steps side by side, {@value #STEP} wide each and {@value #HEIGHT} high. */
public final class Plot {
  /** Width of a step. */
  public static final int STEP = 10;

  /** Height of a drawing. */
  public static final int HEIGHT = 100;

  private static final double GAP = 1.5;

  private Plot() {}

  /** Left end of a part of all steps. */
  public static double x(double step) {
    return step * STEP;
  }

  /** What an SVG's viewBox says. */
  public static String box(int steps) {
    return "0 0 " + steps * STEP + " " + HEIGHT;
  }

  /**
   * Bars that stand upon others.
   *
   * @param values of each step
   * @param below what stands below them
   * @param top value at the upper edge
   */
  public static String bars(List<Long> values, List<Long> below, double top) {
    return IntStream.range(0, values.size())
        .filter(i -> values.get(i) > 0)
        .mapToObj(i -> bar(i, values.get(i) / top * HEIGHT, below.get(i) / top * HEIGHT))
        .collect(Collectors.joining());
  }

  private static String bar(int step, double height, double below) {
    double shown = Math.max(1, height);
    return String.format(
        Locale.ROOT,
        "M%.1f %.2fh%.1fv%.2fh-%.1fz",
        x(step) + GAP / 2,
        HEIGHT - below - shown,
        STEP - GAP,
        shown,
        STEP - GAP);
  }

  /**
   * A line through the middles of steps, interrupted where there is no value.
   *
   * @param heights between 0 and 1; null for none
   */
  public static String line(List<Double> heights) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < heights.size(); i++) {
      if (heights.get(i) != null) {
        boolean begins = i == 0 || heights.get(i - 1) == null;
        boolean alone = begins && (i + 1 == heights.size() || heights.get(i + 1) == null);
        double at = HEIGHT - heights.get(i) * HEIGHT;
        double middle = x(i) + STEP / 2.0;
        path.append(
            String.format(
                Locale.ROOT, "%s%.1f %.2f", begins ? "M" : "L", alone ? middle - 3 : middle, at));
        path.append(alone ? "h6" : "");
      }
    }
    return path.toString();
  }

  /** A small line of numbers, the greatest at the upper edge. */
  public static String spark(List<Long> values) {
    long top = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
    return line(values.stream().map(value -> 0.04 + 0.92 * value / top).toList());
  }

  /** A round number at or above a value, so that half of it is round, too. */
  public static long round(long value) {
    long power = 1;
    while (power * 10 <= value) {
      power *= 10;
    }
    for (long times : new long[] {1, 2, 4, 6, 8, 10}) {
      if (power * times >= value && power * times >= 2) {
        return power * times;
      }
    }
    return power * 10;
  }
}
