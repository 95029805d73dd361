package io.queuejob.internal.storage.claim;

import io.queuejob.internal.job.ChannelPath;
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
public final class ReleaseStore {
  /** Notes about parents. Parameters: ids, number of ids, most. */
  static final String NOTES =
      """
      SELECT parent_id, child_id FROM queue_job.job_release
      WHERE parent_id = ANY (?::bigint[]) OR ? = 0 LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  /**
   * Holds children that look free, so that no parent comes back meanwhile; but for those that
   * somebody else holds, such as a caller that found one by its key. Parameter: ids.
   */
  static final String HOLD =
      """
      SELECT j.id FROM queue_job.job j
      WHERE j.id = ANY (?::bigint[]) AND j.state = 'wait_dependencies'
        AND NOT EXISTS (SELECT FROM queue_job.job_dependency d WHERE d.child_id = j.id AND d.open)
      ORDER BY j.id FOR UPDATE OF j SKIP LOCKED
      """;

  /**
   * Removes notes that are acted upon, but for children that are free and that others hold.
   * Parameters: parents and children, pairwise.
   */
  static final String FORGET =
      """
      DELETE FROM queue_job.job_release r
      USING unnest(?::bigint[], ?::bigint[]) AS note(parent_id, child_id)
      WHERE r.parent_id = note.parent_id AND r.child_id = note.child_id
        AND NOT EXISTS (
          SELECT FROM queue_job.job j WHERE j.id = r.child_id AND j.state = 'wait_dependencies'
            AND NOT EXISTS (
              SELECT FROM queue_job.job_dependency d WHERE d.child_id = j.id AND d.open))
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

  /** A parent that ended and a child that waited for it. */
  private record Note(long parent, long child) {}

  public ReleaseStore(Session session) {
    this.session = session;
  }

  /**
   * Lets those run that waited for these and wait for nobody else now.
   *
   * @param parents ids of jobs whose completion is committed; empty for all that are left over
   * @return where jobs wait to be claimed now
   */
  public Set<Pulse.Kind> release(List<Long> parents) {
    return Set.copyOf(session.transact("release dependents", s -> release(s, parents)));
  }

  private static List<Pulse.Kind> release(Statements s, List<Long> parents) throws SQLException {
    List<Note> notes =
        s.rows(
            NOTES, row -> new Note(row.getLong(1), row.getLong(2)), parents, parents.size(), MOST);
    if (notes.isEmpty()) {
      return List.of();
    }
    List<Long> children = notes.stream().map(Note::child).toList();
    List<Long> free = s.rows(HOLD, row -> row.getLong(1), children);
    List<Pulse.Kind> kinds = free.isEmpty() ? List.of() : released(s, free);
    s.update(FORGET, notes.stream().map(Note::parent).toList(), children);
    return kinds;
  }

  private static List<Pulse.Kind> released(Statements s, List<Long> free) throws SQLException {
    return s.rows(
        RELEASE, row -> new Pulse.Kind(row.getInt(1), new ChannelPath(row.getString(2))), free);
  }
}
