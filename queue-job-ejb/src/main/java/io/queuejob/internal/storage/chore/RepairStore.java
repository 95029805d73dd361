package io.queuejob.internal.storage.chore;

import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds jobs that wait for parents although all of these are done, lets them run, and counts each
 * find as a defect of the engine (S-GR-15): the ordinary release, and its net in every pulse,
 * should have let them run within seconds. One run walks through all edges, a part of them in each
 * step.
 */
public final class RepairStore {
  private static final int EDGES_AT_ONCE = 20_000;
  private static final int MOST_STEPS = 100;

  /** One node at a time, and not again within a few minutes. Parameter: node. */
  static final String BEGIN =
      """
      INSERT INTO queue_job.chore AS c (name, began, node)
      VALUES ('repair', clock_timestamp(), ?)
      ON CONFLICT (name) DO UPDATE SET began = EXCLUDED.began, node = EXCLUDED.node
      WHERE c.began < clock_timestamp() - interval '4 minutes'
      """;

  /** The last child of the next part; null if there is none left. Parameters: from, edges. */
  static final String LAST =
      """
      SELECT max(child_id) FROM
        (SELECT child_id FROM queue_job.job_dependency WHERE child_id > ?
         ORDER BY child_id LIMIT ?) AS part
      """;

  /**
   * Those of a part that wait for nobody, and for nobody who ended just now. Parameters: from,
   * last.
   */
  static final String FIND =
      """
      SELECT j.id FROM queue_job.job j
      WHERE j.id IN (SELECT d.child_id FROM queue_job.job_dependency d
          WHERE d.child_id > ? AND d.child_id <= ?)
        AND j.state = 'wait_dependencies'
        AND NOT EXISTS (SELECT FROM queue_job.job_dependency d JOIN queue_job.job p
          ON p.id = d.parent_id
          WHERE d.child_id = j.id AND (p.state <> 'done'
            OR p.finished > clock_timestamp() - interval '10 seconds'))
        AND coalesce(j.changed, j.created) < clock_timestamp() - interval '10 seconds'
      ORDER BY j.id
      """;

  /** Keeps the parents as they are until the end of the transaction. Parameter: children. */
  static final String HOLD_PARENTS =
      """
      SELECT p.id FROM queue_job.job p WHERE p.id IN (
        SELECT parent_id FROM queue_job.job_dependency WHERE child_id = ANY (?::bigint[]))
      ORDER BY p.id FOR SHARE
      """;

  /** Lets those run that wait for nobody indeed. Parameter: children. Transition RELEASE. */
  static final String RELEASE =
      """
      WITH held AS MATERIALIZED (
        SELECT j.id FROM queue_job.job j
        WHERE j.id = ANY (?::bigint[]) AND j.state = 'wait_dependencies'
          AND NOT EXISTS (SELECT FROM queue_job.job_dependency d JOIN queue_job.job p
            ON p.id = d.parent_id WHERE d.child_id = j.id AND p.state <> 'done')
        ORDER BY j.id FOR UPDATE OF j SKIP LOCKED),
      closed AS (
        UPDATE queue_job.job_dependency SET open = false
        WHERE child_id IN (SELECT id FROM held) AND open),
      told AS (
        DELETE FROM queue_job.job_release WHERE child_id IN (SELECT id FROM held)),
      counted AS (
        INSERT INTO queue_job.defect AS f (kind, found, last)
        SELECT 'job not released', count(*), clock_timestamp() FROM held HAVING count(*) > 0
        ON CONFLICT (kind) DO UPDATE SET found = f.found + EXCLUDED.found, last = EXCLUDED.last)
      UPDATE queue_job.job AS j SET state = 'pending', changed = clock_timestamp(),
        due = CASE WHEN eta > statement_timestamp() THEN eta END,
        waits = eta IS NULL OR eta <= statement_timestamp()
      WHERE j.id IN (SELECT id FROM held) AND j.state = 'wait_dependencies'
      """;

  private final Session session;

  public RepairStore(Session session) {
    this.session = session;
  }

  /**
   * Walks once through all edges, unless somebody did so just now.
   *
   * @param node name of this node
   * @return how many jobs were let run
   */
  public int repair(String node) {
    if (session.run("begin a repair", s -> s.update(BEGIN, node)) == 0) {
      return 0;
    }
    int found = 0;
    long from = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      long begin = from;
      long last =
          session.run(
              "look for edges",
              s -> s.first(LAST, row -> row.getLong(1), begin, EDGES_AT_ONCE).orElse(0L));
      if (last == 0) {
        return found;
      }
      found += session.transact("repair dependents", s -> repair(s, begin, last));
      from = last;
    }
    return found;
  }

  private static int repair(Statements s, long from, long last) throws SQLException {
    List<Long> found = s.rows(FIND, row -> row.getLong(1), from, last);
    if (found.isEmpty()) {
      return 0;
    }
    return release(s, found);
  }

  /** Lets those of some jobs run that wait for nobody indeed; how many. */
  public int release(List<Long> jobs) {
    return session.transact("release dependents", s -> release(s, jobs));
  }

  private static int release(Statements s, List<Long> jobs) throws SQLException {
    s.rows(HOLD_PARENTS, row -> row.getLong(1), jobs);
    return s.update(RELEASE, jobs);
  }
}
