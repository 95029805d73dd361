package io.queuejob.benchmark.report;

import java.util.Locale;
import java.util.Map;

/** Figures with what they mean, as text. */
public final class Table {
  private Table() {}

  /** For a console. */
  public static String plain(Map<String, ?> figures) {
    StringBuilder text = new StringBuilder();
    for (String name : Figures.ordered(figures.keySet())) {
      Figure figure = Figures.of(name);
      text.append(
          String.format(
              Locale.ROOT,
              "%-30s %10s  %-16s  %s%n",
              name,
              value(figures.get(name)),
              figure.good().words(),
              figure.meaning()));
    }
    return text.toString();
  }

  /** For a page. */
  static String markdown(Map<String, ?> figures) {
    StringBuilder text = new StringBuilder("| figure | value | | meaning |\n|---|---:|---|---|\n");
    for (String name : Figures.ordered(figures.keySet())) {
      Figure figure = Figures.of(name);
      text.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(name, value(figures.get(name)), figure.good().words(), figure.meaning()));
    }
    return text.toString();
  }

  private static String value(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue())
        ? String.format(Locale.ROOT, "%.2f", number.doubleValue())
        : "-";
  }
}
