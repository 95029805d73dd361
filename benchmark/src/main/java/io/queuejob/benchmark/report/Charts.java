package io.queuejob.benchmark.report;

import io.queuejob.benchmark.chart.Bars;
import io.queuejob.benchmark.chart.Lines;
import io.queuejob.benchmark.latency.Percentiles;
import io.queuejob.benchmark.run.Medians;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Charts of what a run found; of what it did not measure there is none. */
public final class Charts {
  private static final String LATENCY = "latency_";
  private static final String SOAK = "soak_";

  private final Map<String, ?> figures;
  private final Map<String, ?> details;
  private final Path folder;

  /** Charts for a folder. */
  public Charts(Map<String, ?> figures, Map<String, ?> details, Path folder) {
    this.figures = figures;
    this.details = details;
    this.folder = folder;
  }

  public void write() throws IOException {
    Files.createDirectories(folder);
    bars("rates", "Rates in ratio to the baseline of the run (longer is better)", Charts::isRate);
    bars(
        "cpu", "CPU per job in ratio to the baseline (shorter is better)", n -> n.endsWith("_cpu"));
    List<String> percents = Percentiles.SHOWN.stream().map(p -> "p" + trimmed(p)).toList();
    lines("latency", "Latency by percentile, ms", percents, series(LATENCY, "_ms"));
    Map<String, List<Double>> soak = relative(series(SOAK, ""));
    int minutes = soak.values().stream().mapToInt(List::size).max().orElse(0);
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= minutes; i++) {
      labels.add(String.valueOf(i));
    }
    lines("soak", "Soak, each in ratio to its median, by minute", labels, soak);
  }

  private static boolean isRate(String name) {
    return name.matches("(drain|enqueue|backlog|snapshot|nodes|limit|graph_store|shared).*")
        && !name.endsWith("_cpu");
  }

  private void bars(String file, String title, Predicate<String> shown) throws IOException {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (String name : Figures.ordered(figures.keySet())) {
      if (shown.test(name)
          && figures.get(name) instanceof Number number
          && Double.isFinite(number.doubleValue())) {
        ratios.put(name, number.doubleValue());
      }
    }
    if (!ratios.isEmpty()) {
      Files.writeString(folder.resolve(file + ".svg"), Bars.of(title, ratios));
    }
  }

  private void lines(
      String file, String title, List<String> labels, Map<String, List<Double>> series)
      throws IOException {
    if (!series.isEmpty()) {
      Files.writeString(folder.resolve(file + ".svg"), Lines.of(title, labels, series));
    }
  }

  /** Lists of the details between a prefix and a suffix of their names. */
  private Map<String, List<Double>> series(String prefix, String suffix) {
    Map<String, List<Double>> series = new LinkedHashMap<>();
    details.forEach(
        (name, value) -> {
          if (name.startsWith(prefix) && name.endsWith(suffix) && value instanceof List<?> list) {
            String inner = name.substring(prefix.length(), name.length() - suffix.length());
            series.put(
                inner.replace('_', ' '),
                list.stream().map(n -> ((Number) n).doubleValue()).toList());
          }
        });
    return series;
  }

  private static Map<String, List<Double>> relative(Map<String, List<Double>> series) {
    Map<String, List<Double>> relative = new LinkedHashMap<>();
    series.forEach(
        (name, values) -> {
          double middle = Medians.of(values);
          relative.put(name, values.stream().map(v -> middle == 0 ? 1 : v / middle).toList());
        });
    return relative;
  }

  private static String trimmed(double percent) {
    return percent == Math.rint(percent)
        ? String.valueOf(Math.round(percent))
        : String.valueOf(percent);
  }
}
