package io.queuejob.internal.operations.desk;

import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.audit.AuditPage;
import io.queuejob.internal.storage.desk.AuditReading;
import java.util.List;

/** The audit, page by page. */
public final class AuditDesk implements AuditAdmin {
  private final AuditReading reading;

  public AuditDesk(AuditReading reading) {
    this.reading = reading;
  }

  @Override
  public AuditPage list(AuditFilter filter) {
    AuditFilter asked =
        new AuditFilter(
            given(filter.actor()),
            given(filter.action()),
            given(filter.subject()),
            filter.from(),
            filter.until(),
            filter.after(),
            filter.limit());
    AuditReading.Found found = reading.find(asked);
    List<AuditEntry> entries = found.entries();
    if (entries.size() > filter.limit()) {
      List<AuditEntry> page = entries.subList(0, filter.limit());
      return new AuditPage(page, page.get(page.size() - 1).id(), false);
    }
    return new AuditPage(entries, found.end(), found.end() != null);
  }

  @Override
  public List<String> actors() {
    return reading.actors();
  }

  @Override
  public List<String> actions() {
    return reading.actions();
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
