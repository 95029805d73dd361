package io.queuejob.internal.storage.claim;

import io.queuejob.internal.port.protocol.Recoveries;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.List;

/**
 * Recovery of a node that is gone, on the pulse's session: first the fence, then its jobs in
 * batches, each together with the slots that it held.
 */
public final class RecoveryStore implements Recoveries {
  private static final int BATCH = 200;

  /** The fence: waits for claims and borrowings in flight. Parameters: reason, node. */
  static final String FENCE =
      """
      UPDATE queue_job.node SET state = 'gone', gone = clock_timestamp(), gone_reason = ?
      WHERE id = (SELECT id FROM queue_job.node WHERE id = ? AND state = 'alive' FOR UPDATE)
      """;

  /** Lets one observer work at a time. Parameter: node. */
  static final String LOCK_GONE =
      "SELECT id FROM queue_job.node WHERE id = ? AND state = 'gone' FOR UPDATE SKIP LOCKED";

  /** Locks some of the node's jobs, whoever is committing one being left out. Node, number. */
  static final String PICK =
      """
      SELECT j.id FROM queue_job.claim c
      CROSS JOIN LATERAL unnest(c.job_ids) AS member(id)
      JOIN queue_job.job j ON j.id = member.id
      WHERE c.node_id = ? AND j.token = c.token AND j.state = 'enqueued'
      ORDER BY j.id LIMIT ? FOR UPDATE OF j SKIP LOCKED
      """;

  /** Keeps that the node died with jobs that it was seen running. Parameters: job ids. */
  static final String NOTE =
      """
      INSERT INTO queue_job.job_attempt (job_id, attempt, node, started, outcome, message)
      SELECT j.id, j.retry + 1, n.name || '#' || n.id, r.started, 'recovered',
        'put back: node ' || n.name || '#' || n.id || ' is gone'
      FROM queue_job.job j
      JOIN queue_job.claim c ON c.token = j.token
      JOIN queue_job.node n ON n.id = c.node_id
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token
      WHERE j.id = ANY (?::bigint[])
      """;

  /** Puts the locked jobs back. Parameter: job ids. Transition PUT_BACK. */
  static final String PUT_BACK =
      """
      UPDATE queue_job.job SET state = 'pending', waits = true, token = NULL,
        changed = clock_timestamp()
      WHERE id = ANY (?::bigint[]) AND state = 'enqueued'
      """;

  /** What the node still holds beyond what its remaining jobs can be using. Parameters: node. */
  static final String EXCESS =
      """
      SELECT s.channel_id, s.held - least(s.held, (
        SELECT count(*)::int FROM queue_job.claim c
        CROSS JOIN LATERAL unnest(c.job_ids) AS member(id)
        JOIN queue_job.job j ON j.id = member.id AND j.token = c.token AND j.state = 'enqueued'
        WHERE c.node_id = s.node_id
          AND (j.channel = h.path OR starts_with(j.channel, h.path || '.')))) AS excess
      FROM queue_job.slot s JOIN queue_job.channel h ON h.id = s.channel_id
      WHERE s.node_id = ? ORDER BY h.path
      """;

  /** Removes the node's claims that have nothing left. Parameter: node. */
  static final String FORGET_CLAIMS =
      """
      DELETE FROM queue_job.claim c WHERE c.node_id = ? AND NOT EXISTS (
        SELECT FROM queue_job.job j WHERE j.id = ANY (c.job_ids) AND j.token = c.token)
      """;

  /** Removes the node's empty slots. Parameter: node. */
  static final String FORGET_SLOTS = "DELETE FROM queue_job.slot WHERE node_id = ? AND held = 0";

  /** Removes what the node's runs published. Parameters: node, node. */
  static final String FORGET_RUNS =
      """
      DELETE FROM queue_job.job_run r WHERE r.node_id = ?
        AND NOT EXISTS (SELECT FROM queue_job.claim c WHERE c.node_id = ?)
      """;

  private final Session session;

  public RecoveryStore(Session session) {
    this.session = session;
  }

  @Override
  public boolean fence(int node, String reason) {
    return session.run("fence node " + node, s -> s.update(FENCE, reason, node)) == 1;
  }

  @Override
  public int recoverBatch(int node) {
    return session.transact("recover node " + node, s -> recoverBatch(s, node));
  }

  private static int recoverBatch(Statements s, int node) throws SQLException {
    if (s.first(LOCK_GONE, row -> row.getInt(1), node).isEmpty()) {
      return 0;
    }
    List<Long> jobs = s.rows(PICK, row -> row.getLong(1), node, BATCH);
    if (!jobs.isEmpty()) {
      s.update(NOTE, jobs);
      s.update(PUT_BACK, jobs);
    }
    List<int[]> excess = s.rows(EXCESS, row -> new int[] {row.getInt(1), row.getInt(2)}, node);
    for (int[] one : excess) {
      if (one[1] > 0 && s.update(SlotStore.UNBOOK, one[1], node, one[0], one[1]) == 1) {
        s.update(SlotStore.FREE, one[1], one[0]);
      }
    }
    s.update(FORGET_CLAIMS, node);
    s.update(FORGET_SLOTS, node);
    s.update(FORGET_RUNS, node, node);
    return jobs.size();
  }
}
