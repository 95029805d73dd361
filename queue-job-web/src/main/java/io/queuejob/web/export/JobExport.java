package io.queuejob.web.export;

import io.queuejob.admin.JobRow;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.CsvText;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the jobs that a filter leaves. */
public final class JobExport {
  /** Most jobs of one file. */
  public static final int MOST = 100_000;

  private static final String CUT =
      "Cut after " + MOST + " jobs; narrow the filter for the others.";

  private final JobSearch search;
  private final String filter;

  /**
   * An export.
   *
   * @throws io.queuejob.admin.search.FilterException if the filter cannot be read
   */
  public JobExport(JobSearch search, String filter) {
    this.search = search;
    this.filter = filter;
    search.words(filter);
  }

  /** Writes all; the stream stays open. */
  public void write(ExportFormat format, OutputStream out) throws IOException {
    try {
      if (format == ExportFormat.CSV) {
        csv(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      } else {
        json(out);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void csv(Writer out) throws IOException {
    out.write(String.join(",", ExportColumns.NAMES));
    out.write("\r\n");
    boolean more = search.export(filter, MOST, rows -> csv(out, rows));
    if (more) {
      out.write(cell(CUT));
      out.write("\r\n");
    }
    out.flush();
  }

  private static void csv(Writer out, List<JobRow> rows) {
    try {
      for (JobRow row : rows) {
        out.write(
            ExportColumns.of(row).stream().map(JobExport::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Quoted; a text that a spreadsheet would take for a formula begins with an apostrophe. */
  static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number) {
      return value.toString();
    }
    return '"' + CsvText.of(value.toString()).replace("\"", "\"\"") + '"';
  }

  private void json(OutputStream out) {
    try (JsonGenerator json = Json.createGenerator(new Unclosed(out))) {
      json.writeStartObject().writeStartArray("jobs");
      boolean more = search.export(filter, MOST, rows -> rows.forEach(row -> json(json, row)));
      json.writeEnd().write("more", more);
      if (more) {
        json.write("note", CUT);
      }
      json.writeEnd();
    }
  }

  private static void json(JsonGenerator json, JobRow row) {
    json.writeStartObject();
    List<Object> values = ExportColumns.of(row);
    for (int i = 0; i < values.size(); i++) {
      String name = ExportColumns.NAMES.get(i);
      Object value = values.get(i);
      if (value == null) {
        json.writeNull(name);
      } else if (value instanceof Number number) {
        json.write(name, number.longValue());
      } else {
        json.write(name, value.toString());
      }
    }
    json.writeEnd();
  }
}
