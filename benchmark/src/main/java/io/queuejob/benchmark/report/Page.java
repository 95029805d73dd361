package io.queuejob.benchmark.report;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The results of a run in a page of the documentation, between two marks. */
public final class Page {
  static final String BEGIN = "<!-- results: written by ./bench report -->";
  static final String END = "<!-- end of results -->";
  private static final String DETAILS = "details";

  private Page() {}

  /**
   * Writes the section anew, and copies the run's charts beside the page.
   *
   * @param page with both marks
   * @param results file of a run
   * @param charts folder of a run
   * @throws IOException if one is missing or not as expected
   */
  public static void write(Path page, Path results, Path charts) throws IOException {
    if (!Files.exists(results)) {
      throw new IOException("expected the results of a run in " + results + ", found none");
    }
    Map<String, Object> figures = read(results);
    Map<?, ?> details = figures.remove(DETAILS) instanceof Map<?, ?> map ? map : Map.of();
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("expected the marks " + BEGIN + " and " + END + " in " + page);
    }
    String section = section(figures, details, copied(charts, page));
    Files.writeString(
        page, text.substring(0, begin + BEGIN.length()) + section + text.substring(end));
  }

  private static String section(Map<String, Object> figures, Map<?, ?> details, String charts) {
    StringBuilder text = new StringBuilder("\n\n");
    Object machine = details.get("machine");
    if (machine != null) {
      text.append(machine).append(".\n\n");
    }
    return text.append(Table.markdown(figures)).append('\n').append(charts).append('\n').toString();
  }

  private static String copied(Path charts, Path page) throws IOException {
    if (!Files.isDirectory(charts)) {
      return "";
    }
    Path folder = Files.createDirectories(page.resolveSibling("performance"));
    StringBuilder links = new StringBuilder();
    try (Stream<Path> files = Files.list(charts)) {
      for (Path chart : files.filter(f -> f.toString().endsWith(".svg")).sorted().toList()) {
        String name = chart.getFileName().toString();
        Files.copy(chart, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        links.append("![%s](performance/%s)%n".formatted(name.replace(".svg", ""), name));
      }
    }
    return links.toString();
  }

  private static Map<String, Object> read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader json = Json.createReader(text)) {
      return map(json.readObject());
    }
  }

  private static Map<String, Object> map(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.forEach((name, value) -> map.put(name, value(value)));
    return map;
  }

  private static Object value(JsonValue value) {
    if (value instanceof JsonObject object) {
      return map(object);
    }
    if (value instanceof JsonArray array) {
      return List.copyOf(array.stream().map(Page::value).toList());
    }
    if (value instanceof JsonNumber number) {
      return number.doubleValue();
    }
    return value instanceof JsonString string ? string.getString() : Double.valueOf(Double.NaN);
  }
}
