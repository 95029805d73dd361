package io.queuejob.internal.storage.claim;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.protocol.Dependents;
import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Releases jobs whose parents are done. It runs after the parent's commit: of two parents that end
 * at the same instant, whoever commits later finds the edge of the other closed.
 */
public final class ReleaseStore implements Dependents {
  /** Takes notes about parents. Parameters: ids, number of ids, most. */
  static final String TAKE =
      """
      DELETE FROM queue_job.job_release WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM queue_job.job_release
        WHERE parent_id = ANY (?::bigint[]) OR ? = 0 LIMIT ? FOR UPDATE SKIP LOCKED))
      RETURNING child_id
      """;

  /** Holds children that look free, so that no parent comes back meanwhile. Parameter: ids. */
  static final String HOLD =
      """
      SELECT j.id FROM queue_job.job j
      WHERE j.id = ANY (?::bigint[]) AND j.state = 'wait_dependencies'
        AND NOT EXISTS (SELECT FROM queue_job.job_dependency d WHERE d.child_id = j.id AND d.open)
      ORDER BY j.id FOR UPDATE OF j
      """;

  /** Those that are free indeed. Parameter: ids. Transition RELEASE. */
  static final String RELEASE =
      """
      WITH released AS (
        UPDATE queue_job.job AS j SET state = 'pending', changed = clock_timestamp(),
          due = CASE WHEN eta > statement_timestamp() THEN eta END,
          waits = eta IS NULL OR eta <= statement_timestamp()
        WHERE j.id = ANY (?::bigint[]) AND j.state = 'wait_dependencies'
          AND NOT EXISTS (
            SELECT FROM queue_job.job_dependency d WHERE d.child_id = j.id AND d.open)
        RETURNING function_id, channel, waits)
      SELECT DISTINCT function_id, channel FROM released WHERE waits
      """;

  private static final int MOST = 20_000;

  private final Session session;

  public ReleaseStore(Session session) {
    this.session = session;
  }

  @Override
  public Set<Pulse.Kind> release(List<Long> parents) {
    return Set.copyOf(session.transact("release dependents", s -> release(s, parents)));
  }

  private static List<Pulse.Kind> release(Statements s, List<Long> parents) throws SQLException {
    List<Long> children =
        s.rows(TAKE, row -> row.getLong(1), parents, parents.size(), MOST).stream()
            .distinct()
            .toList();
    if (children.isEmpty()) {
      return List.of();
    }
    List<Long> free = s.rows(HOLD, row -> row.getLong(1), children);
    if (free.isEmpty()) {
      return List.of();
    }
    return s.rows(
        RELEASE, row -> new Pulse.Kind(row.getInt(1), new ChannelPath(row.getString(2))), free);
  }
}
