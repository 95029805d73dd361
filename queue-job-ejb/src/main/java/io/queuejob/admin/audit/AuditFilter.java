package io.queuejob.admin.audit;

import java.time.Instant;

/**
 * What a page of the audit shows; null or blank means all.
 *
 * @param actor exactly this one
 * @param action exactly this one
 * @param subject part of what it was done to, upper and lower case alike; a whole uuid is found by
 *     index, all else is sought among the newest 100,000 entries that the other parts leave
 * @param from not before
 * @param until before
 * @param after id of the entry after which the page begins; null for the newest
 * @param limit most entries, 1 to 1000
 */
public record AuditFilter(
    String actor,
    String action,
    String subject,
    Instant from,
    Instant until,
    Long after,
    int limit) {
  public AuditFilter {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit: expected 1 to 1000, found " + limit);
    }
  }

  /** The same from another entry on. */
  public AuditFilter after(Long id) {
    return new AuditFilter(actor, action, subject, from, until, id, limit);
  }
}
