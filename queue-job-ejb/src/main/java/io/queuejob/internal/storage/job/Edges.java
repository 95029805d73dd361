package io.queuejob.internal.storage.job;

import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The edges of a graph at run time. An edge is open until its parent is done; a job waits for its
 * parents while it has an open edge. Each of these is a statement of its own, after the one that
 * moved the job: it has to see what was committed meanwhile.
 */
final class Edges {
  /**
   * The parents are done: nobody waits for them any more, and who may be free now is noted for the
   * release after the commit. No row is written that another parent writes. Parameter: parents.
   */
  static final String CLOSE =
      """
      WITH closed AS (
        UPDATE queue_job.job_dependency SET open = false
        WHERE parent_id = ANY (?::bigint[]) AND open
        RETURNING parent_id, child_id)
      INSERT INTO queue_job.job_release (parent_id, child_id)
      SELECT parent_id, child_id FROM closed ON CONFLICT DO NOTHING
      """;

  /** Keeps the parents as they are until the end of the transaction. Parameter: child. */
  static final String HOLD_PARENTS =
      """
      SELECT p.id FROM queue_job.job p WHERE p.id IN (
        SELECT parent_id FROM queue_job.job_dependency WHERE child_id = ?)
      ORDER BY p.id FOR SHARE
      """;

  /** Looks at the parents anew; one that retention removed was done (S-GR-10). Parameter: child. */
  static final String LOOK_AT_PARENTS =
      """
      UPDATE queue_job.job_dependency d SET open = NOT d.open
      WHERE d.child_id = ? AND d.open <> EXISTS (
        SELECT FROM queue_job.job p WHERE p.id = d.parent_id AND p.state <> 'done')
      """;

  /** Keeps children that wait as they are, so that none is released. Parameter: parent. */
  static final String HOLD_CHILDREN =
      """
      SELECT c.id FROM queue_job.job c WHERE c.id IN (
        SELECT child_id FROM queue_job.job_dependency WHERE parent_id = ?)
        AND c.state = 'wait_dependencies'
      ORDER BY c.id FOR UPDATE
      """;

  /** Children that still wait do so for this parent again (S-GR-12). Parameter: parent. */
  static final String REOPEN =
      """
      UPDATE queue_job.job_dependency d SET open = true FROM queue_job.job c
      WHERE d.parent_id = ? AND NOT d.open AND c.id = d.child_id
        AND c.state = 'wait_dependencies'
      """;

  /**
   * Cancels all that waits for a cancelled job, and for those, and so on, as far as it is in some
   * channels. Parameters: id, result, id, channels or null for all, twice. CANCEL_DEPENDENT.
   */
  static final String CANCEL_DEPENDENTS =
      """
      WITH RECURSIVE below(id) AS (
        SELECT d.child_id FROM queue_job.job_dependency d
        JOIN queue_job.job p ON p.id = d.parent_id AND p.state = 'cancelled'
        WHERE d.parent_id = ?
        UNION
        SELECT d.child_id FROM below b
        JOIN queue_job.job j ON j.id = b.id AND j.state = 'wait_dependencies'
        JOIN queue_job.job_dependency d ON d.parent_id = b.id)
      UPDATE queue_job.job AS j SET state = 'cancelled', waits = false, due = NULL,
        blocking_key = NULL, finished = clock_timestamp(), result_secret = NULL,
        result = (SELECT ? || ' with job ' || c.uuid FROM queue_job.job c WHERE c.id = ?)
      WHERE j.id = ANY (ARRAY(
          SELECT w.id FROM queue_job.job w WHERE w.id IN (SELECT id FROM below)
            AND w.state = 'wait_dependencies' AND queue_job.is_within(w.channel, ?::text[])
            ORDER BY w.id FOR UPDATE))
        AND j.state = 'wait_dependencies' AND queue_job.is_within(j.channel, ?::text[])
      """;

  private Edges() {}

  /**
   * What a person asked of the jobs that wait for a cancelled one.
   *
   * @param how what they are told; empty or null if they are not meant
   * @param within in which channels; null for all
   */
  record Asked(String how, List<String> within) {
    static Asked of(ResultSet row) throws SQLException {
      boolean everywhere = row.getArray("cancel_within") == null;
      return new Asked(row.getString("how"), everywhere ? null : Rows.texts(row, "cancel_within"));
    }
  }

  static void close(Statements s, List<Long> parents) throws SQLException {
    if (!parents.isEmpty()) {
      s.update(CLOSE, parents);
    }
  }

  static void lookAtParents(Statements s, long child) throws SQLException {
    s.rows(HOLD_PARENTS, row -> row.getLong(1), child);
    s.update(LOOK_AT_PARENTS, child);
  }

  static void reopen(Statements s, long parent) throws SQLException {
    s.rows(HOLD_CHILDREN, row -> row.getLong(1), parent);
    s.update(REOPEN, parent);
  }

  /** Returns how many were cancelled. */
  static int cancelDependents(Statements s, long cancelled, String how, List<String> within)
      throws SQLException {
    return s.update(CANCEL_DEPENDENTS, cancelled, how, cancelled, within, within);
  }
}
