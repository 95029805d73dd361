package io.queuejob.internal.storage.claim;

import io.queuejob.internal.port.protocol.Recoveries;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Statements;
import io.queuejob.internal.storage.job.WaitAgain;
import io.queuejob.internal.storage.sums.SumStore;
import io.queuejob.internal.tally.Adder;
import io.queuejob.internal.tally.Sum;
import java.sql.ResultSet;
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

  /**
   * Ends the sessions that a node showed, unless a backend's number has been given to somebody else
   * since its last heartbeat. Parameter: node.
   */
  static final String END_SESSIONS =
      """
      SELECT pg_terminate_backend(a.pid)
      FROM queue_job.node n JOIN pg_stat_activity a
        ON a.pid = ANY (ARRAY[n.listener_pid, n.pulse_pid, n.runner_pid] || n.worker_pids)
      WHERE n.id = ? AND n.state = 'alive' AND a.usename = n.role
        AND a.datname = current_database() AND a.backend_start < n.heartbeat
        AND NOT EXISTS (SELECT FROM queue_job.node o WHERE o.state = 'alive' AND o.id <> n.id
          AND a.pid = ANY (ARRAY[o.listener_pid, o.pulse_pid, o.runner_pid] || o.worker_pids))
      """;

  /** Lets one observer work at a time. Parameter: node. */
  static final String LOCK_GONE =
      "SELECT id FROM queue_job.node WHERE id = ? AND state = 'gone' FOR UPDATE SKIP LOCKED";

  /** Locks some of the node's jobs, whoever is committing one being left out. Node, number. */
  static final String PICK =
      """
      SELECT j.id, j.token FROM queue_job.claim c
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

  /**
   * Whether the node took its jobs down with it: not if it was stopped in order, nor if the
   * database was started after its last heartbeat. Parameter: node.
   */
  static final String DIED =
      """
      SELECT gone_reason <> 'stopped' AND heartbeat > pg_postmaster_start_time()
      FROM queue_job.node WHERE id = ?
      """;

  /**
   * Fails those of the locked jobs that were seen to start, as suspects, when their node died, for
   * the third time. Parameters: message, job ids. Transition FAIL.
   */
  static final String FAIL =
      """
      UPDATE queue_job.job AS j SET state = 'failed', failed = true, token = NULL,
        retry = retry + 1, deaths = deaths + 1, blocking_key = NULL, changed = clock_timestamp(),
        error_class = NULL, error_message = ?
      WHERE id = ANY (?::bigint[]) AND state = 'enqueued' AND deaths >= 2
        AND EXISTS (SELECT FROM queue_job.job_run r
          WHERE r.job_id = j.id AND r.token = j.token AND r.started IS NOT NULL)
      RETURNING date_trunc('minute', clock_timestamp()) AS minute, channel, function_id
      """;

  /**
   * Puts the locked jobs back; suspect from their node's first death on, and once more for each
   * start that was seen to end in another. Parameters: whether the node died, job ids. PUT_BACK.
   */
  static final String PUT_BACK =
      """
      UPDATE queue_job.job AS j SET state = 'pending', waits = true, token = NULL,
        changed = clock_timestamp(),
        deaths = deaths + CASE WHEN ?::boolean AND (deaths = 0 OR EXISTS (
          SELECT FROM queue_job.job_run r
          WHERE r.job_id = j.id AND r.token = j.token AND r.started IS NOT NULL))
          THEN 1 ELSE 0 END
      WHERE id = ANY (?::bigint[]) AND state = 'enqueued'
      """
          + Returned.LACKS_KEY;

  private static final String POISON =
      "QJ3003 its node died three times while it ran; find out why before it is requeued: memory,"
          + " native code, System.exit";

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

  private record Held(long id, long token) {}

  public RecoveryStore(Session session) {
    this.session = session;
  }

  @Override
  public boolean fence(int node, String reason) {
    return session.run("fence node " + node, s -> s.update(FENCE, reason, node)) == 1;
  }

  @Override
  public int endSessions(int node) {
    return session
        .run("end the sessions of node " + node, s -> s.rows(END_SESSIONS, r -> 1, node))
        .size();
  }

  @Override
  public int recoverBatch(int node) {
    return session.transact("recover node " + node, s -> recoverBatch(s, node));
  }

  private static Sum.Key failed(ResultSet row) throws SQLException {
    return new Sum.Key(
        60, Rows.instant(row, "minute"), row.getString("channel"), row.getInt("function_id"));
  }

  private static int recoverBatch(Statements s, int node) throws SQLException {
    if (s.first(LOCK_GONE, row -> row.getInt(1), node).isEmpty()) {
      return 0;
    }
    List<Held> held = s.rows(PICK, row -> new Held(row.getLong(1), row.getLong(2)), node, BATCH);
    List<Long> jobs = held.stream().map(Held::id).toList();
    if (!jobs.isEmpty()) {
      boolean died = s.first(DIED, row -> row.getBoolean(1), node).orElse(false);
      s.update(NOTE, jobs);
      WaitAgain.cancelReturned(s, jobs, held.stream().map(Held::token).toList());
      if (died) {
        List<Sum.Key> failed = s.rows(FAIL, RecoveryStore::failed, POISON, jobs);
        SumStore.add(s, Adder.failures(failed));
      }
      Returned.by(s, PUT_BACK, died, jobs);
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
