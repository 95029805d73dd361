package io.queuejob.internal.storage.chore;

import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Forgets what bulk changes did to jobs when nobody may undo them any more, in parts. An undo may
 * begin, and go on after a stop, within 7 days; what this removes is a day older than that.
 */
final class KeptChanges {
  private static final int REMOVED_AT_ONCE = 10_000;

  /** Parameters: now, twice. */
  static final String RIPE =
      """
      SELECT b.id FROM queue_job.bulk b LEFT JOIN queue_job.bulk u ON u.id = b.undone
      WHERE b.undoable AND b.ended <= ?::timestamptz - interval '8 days'
        AND (u.id IS NULL OR u.ended <= ?::timestamptz - interval '8 days')
      ORDER BY b.created LIMIT 1
      """;

  /** Parameters: change, rows. */
  static final String FORGET =
      """
      DELETE FROM queue_job.bulk_job WHERE (bulk_id, job_id) IN (
        SELECT i.bulk_id, i.job_id FROM queue_job.bulk_job i
        WHERE i.bulk_id = ? AND i.changed IS NOT NULL LIMIT ?)
      """;

  /** Parameter: change. */
  static final String FORGOTTEN = "UPDATE queue_job.bulk SET undoable = false WHERE id = ?";

  private KeptChanges() {}

  /** Removes some of it; false if there is none. */
  static boolean forget(Statements s, Instant now) throws SQLException {
    Optional<UUID> bulk = s.first(RIPE, row -> row.getObject(1, UUID.class), now, now);
    if (bulk.isEmpty()) {
      return false;
    }
    if (s.update(FORGET, bulk.get(), REMOVED_AT_ONCE) < REMOVED_AT_ONCE) {
      s.update(FORGOTTEN, bulk.get());
    }
    return true;
  }
}
