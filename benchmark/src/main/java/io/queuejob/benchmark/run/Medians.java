package io.queuejob.benchmark.run;

import java.util.Arrays;
import java.util.List;

/** The middle of some figures. */
public final class Medians {
  private Medians() {}

  public static double of(List<Double> figures) {
    return of(figures.stream().mapToDouble(Double::doubleValue).toArray());
  }

  public static double of(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
