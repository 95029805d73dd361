package io.queuejob.example.orderdesk.data;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes comma-separated values that {@link CsvReader} reads back. */
final class CsvWriter {
  private final StringBuilder text = new StringBuilder();

  void row(String... values) {
    text.append(Arrays.stream(values).map(CsvWriter::quoted).collect(Collectors.joining(",")))
        .append('\n');
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
