package io.queuejob.admin.audit;

import java.util.List;

/**
 * One page of the audit.
 *
 * @param entries newest first
 * @param next id after which the next page begins; null if nothing follows
 * @param stopped whether the search stopped at 100,000 entries, so that more may be found from
 *     {@code next} on
 */
public record AuditPage(List<AuditEntry> entries, Long next, boolean stopped) {
  public AuditPage {
    entries = List.copyOf(entries);
  }
}
