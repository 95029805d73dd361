package io.queuejob.web.audit;

import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.audit.AuditPage;
import io.queuejob.web.CsvText;
import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The audit as comma-separated values (RFC 4180), newest first, page by page, so that memory does
 * not grow with it. A spreadsheet takes no cell of it for a formula.
 */
public final class AuditCsv {
  /** Media type of the answer. */
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  private static final int AT_ONCE = 1_000;
  private static final int MOST_PAGES = 1_000;

  private AuditCsv() {}

  /** Writes all that a filter leaves, up to a million entries. */
  public static void write(AuditAdmin audit, AuditFilter filter, Writer out) throws IOException {
    out.write("id,at,actor,action,subject,filter,jobs,before,after\r\n");
    AuditFilter next =
        new AuditFilter(
            filter.actor(),
            filter.action(),
            filter.subject(),
            filter.from(),
            filter.until(),
            filter.after(),
            AT_ONCE);
    for (int page = 0; page < MOST_PAGES; page++) {
      AuditPage read = audit.list(next);
      for (AuditEntry entry : read.entries()) {
        out.write(line(entry));
      }
      out.flush();
      if (read.next() == null) {
        return;
      }
      next = next.after(read.next());
    }
  }

  static String line(AuditEntry entry) {
    return Stream.<Object>of(
                entry.id(),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.filter(),
                entry.jobs(),
                entry.before(),
                entry.after())
            .map(value -> cell(value == null ? "" : value.toString()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String cell(String text) {
    String safe = CsvText.of(text);
    boolean quoted = safe.chars().anyMatch(c -> "\",;\t\n\r".indexOf(c) >= 0);
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
