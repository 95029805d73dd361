package io.queuejob.benchmark.latency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Latencies of many calls.
 *
 * @param sortedMillis all of them, ascending
 */
public record Percentiles(List<Double> sortedMillis) {

  /** What charts show. */
  public static final List<Double> SHOWN = List.of(50.0, 75.0, 90.0, 95.0, 99.0, 99.9, 100.0);

  /** Of latencies in milliseconds, in any order. */
  public static Percentiles of(Collection<Double> millis) {
    return new Percentiles(millis.stream().sorted().toList());
  }

  /** The least latency that so many percent of the calls do not exceed. */
  public double at(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sortedMillis.size());
    return sortedMillis.get(Math.max(0, rank - 1));
  }

  List<Double> shown() {
    List<Double> shown = new ArrayList<>();
    SHOWN.forEach(percent -> shown.add(at(percent)));
    return shown;
  }
}
