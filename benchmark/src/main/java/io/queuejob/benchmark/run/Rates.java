package io.queuejob.benchmark.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The rounds of several contestants in turn.
 *
 * @param rounds by contestant, in their order
 */
public record Rates(Map<String, List<Round>> rounds) {

  /** Jobs per second of each round, by contestant. */
  public Map<String, double[]> byName() {
    Map<String, double[]> rates = new LinkedHashMap<>();
    rounds.keySet().forEach(name -> rates.put(name, each(name, Round::jobsPerSecond)));
    return rates;
  }

  /** Median of jobs per second. */
  public double median(String name) {
    return median(name, Round::jobsPerSecond);
  }

  /** Median of a figure of each round. */
  public double median(String name, ToDoubleFunction<Round> figure) {
    return Medians.of(each(name, figure));
  }

  /** Jobs per second in ratio to those of another. */
  public double ratio(String name, String baseline) {
    return ratio(name, baseline, Round::jobsPerSecond);
  }

  /** A figure in ratio to that of another. */
  public double ratio(String name, String baseline, ToDoubleFunction<Round> figure) {
    return median(name, figure) / median(baseline, figure);
  }

  /** CPU time per job in ratio to that of another: 2 costs twice as much. */
  public double cpuRatio(String name, String baseline) {
    return ratio(name, baseline, Round::cpuMicros);
  }

  /** Tells what each contestant did per round, under a common prefix. */
  public void detail(Results results, String prefix) {
    rounds.forEach(
        (contestant, all) -> {
          String key = prefix + "_" + contestant.toLowerCase(java.util.Locale.ROOT);
          String name = key.replaceAll("[^a-z0-9]+", "_");
          results.detail(name + "_per_s", whole(contestant, Round::jobsPerSecond));
          results.detail(name + "_cpu_us", whole(contestant, Round::cpuMicros));
          results.detail(name + "_cpu_us_postgres", whole(contestant, Round::postgresMicros));
          results.detail(name + "_wal_bytes", whole(contestant, Round::walBytes));
        });
  }

  private List<Double> whole(String name, ToDoubleFunction<Round> figure) {
    return Rounds.list(each(name, figure));
  }

  private double[] each(String name, ToDoubleFunction<Round> figure) {
    return rounds.get(name).stream().mapToDouble(figure).toArray();
  }
}
