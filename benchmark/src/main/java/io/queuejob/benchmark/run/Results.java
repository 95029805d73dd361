package io.queuejob.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a run, as JSON. */
public final class Results {

  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final Map<String, Object> details = new LinkedHashMap<>();

  /** Sets a figure of the table. */
  public void figure(String name, double value) {
    figures.put(name, value);
  }

  /** Adds a number or a list of numbers to the details. */
  public void detail(String name, Object value) {
    details.put(name, value);
  }

  public double figure(String name) {
    return (double) figures.get(name);
  }

  /** The table's figures, in the order in which they were set. */
  public Map<String, Object> figures() {
    return Collections.unmodifiableMap(figures);
  }

  public Map<String, Object> details() {
    return Collections.unmodifiableMap(details);
  }

  public String json() {
    Map<String, Object> all = new LinkedHashMap<>(figures);
    all.put("details", details);
    return value(all) + "\n";
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, json());
  }

  private static String value(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> quoted(e.getKey()) + ": " + value(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Results::value).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Double number) {
      // JSON has no word for what could not be divided
      return Double.isFinite(number) ? String.format(Locale.ROOT, "%.3f", number) : "null";
    }
    return value instanceof Number ? value.toString() : quoted(value);
  }

  private static String quoted(Object text) {
    return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
