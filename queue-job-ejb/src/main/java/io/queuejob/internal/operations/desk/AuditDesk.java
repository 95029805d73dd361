package io.queuejob.internal.operations.desk;

import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.audit.AuditEntry;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.audit.AuditPage;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.desk.AuditReading;
import java.util.List;
import java.util.function.Function;

/** The audit, page by page. */
public final class AuditDesk implements AuditAdmin {
  private static final int MOST = 200;
  private static final int LOOKED_AT = 1_000;

  private final AuditReading reading;
  private final Reach seen;

  public AuditDesk(AuditReading reading) {
    this(reading, Reach.EVERYWHERE);
  }

  private AuditDesk(AuditReading reading, Reach seen) {
    this.reading = reading;
    this.seen = seen;
  }

  @Override
  public AuditAdmin seeing(Reach reach) {
    return new AuditDesk(reading, seen.common(reach));
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
    AuditReading.Found found =
        seen.isEverywhere() ? reading.find(asked) : reading.find(asked, seen.channels());
    List<AuditEntry> entries = found.entries();
    if (entries.size() > filter.limit()) {
      List<AuditEntry> page = entries.subList(0, filter.limit());
      return new AuditPage(page, page.get(page.size() - 1).id(), false);
    }
    return new AuditPage(entries, found.end(), found.end() != null);
  }

  @Override
  public List<String> actors() {
    return seen.isEverywhere() ? reading.actors() : ofNewest(AuditEntry::actor);
  }

  @Override
  public List<String> actions() {
    return seen.isEverywhere() ? reading.actions() : ofNewest(AuditEntry::action);
  }

  /** What is in the newest entries that may be seen. */
  private List<String> ofNewest(Function<AuditEntry, String> part) {
    AuditFilter newest = new AuditFilter(null, null, null, null, null, null, LOOKED_AT);
    return reading.find(newest, seen.channels()).entries().stream()
        .map(part)
        .distinct()
        .sorted()
        .limit(MOST)
        .toList();
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
