package io.queuejob.internal.storage.chore;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.job.WaitAgain;
import java.time.Duration;
import java.util.List;

/**
 * Jobs that a node holds for longer than a person thinks right, in the transaction of the thread.
 */
public final class StuckStore {
  /**
   * Some of the jobs that are held for long by the database's clock, locked; whose row is locked is
   * just being ended and left out. Parameters: seconds since the claim of those that were not seen
   * to begin, twice; seconds since the begin of others, twice; null leaves a kind out. Rows.
   */
  static final String PICK =
      """
      SELECT j.id, j.token, j.function_id, j.channel, r.started IS NOT NULL AS begun
      FROM queue_job.claim c
      CROSS JOIN LATERAL unnest(c.job_ids) AS held(id)
      JOIN queue_job.job j ON j.id = held.id AND j.token = c.token
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token
      WHERE j.state = 'enqueued' AND (
        (r.started IS NULL
          AND c.created <= clock_timestamp() - ?::bigint * interval '1 millisecond')
        OR r.started <= clock_timestamp() - ?::bigint * interval '1 millisecond')
      ORDER BY j.id LIMIT ? FOR UPDATE OF j SKIP LOCKED
      """;

  /** Transition PUT_BACK: the holder loses its token, and with it the job. Parameter: jobs. */
  static final String PUT_BACK =
      """
      UPDATE queue_job.job SET state = 'pending', waits = true, token = NULL,
        changed = clock_timestamp()
      WHERE id = ANY (?::bigint[]) AND state = 'enqueued'
      """;

  /**
   * Asks the runs of jobs that are put back to stop: nothing of them can be kept, and each holds a
   * slot until it ends. Parameters: actor, jobs.
   */
  static final String ASK_TO_STOP =
      """
      UPDATE queue_job.job_run r SET cancel_requested = clock_timestamp(), cancel_by = ?
      FROM queue_job.job j
      WHERE j.id = ANY (?::bigint[]) AND j.state = 'enqueued'
        AND r.job_id = j.id AND r.token = j.token
      """;

  /** They block again where their key is free. Parameter: jobs. */
  static final String TAKE_KEYS =
      """
      SELECT queue_job.take_key(j.id, 5) FROM queue_job.job j
      WHERE j.id = ANY (?::bigint[]) AND j.identity_key IS NOT NULL ORDER BY j.id
      """;

  /** Keeps who held them, and who put them back. Parameters: actor, jobs. */
  static final String NOTE =
      """
      INSERT INTO queue_job.job_attempt (job_id, attempt, node, started, outcome, message)
      SELECT j.id, j.retry + 1, n.name || '#' || n.id, r.started, 'requeued',
        'held for long, put back by ' || ?
      FROM queue_job.job j
      LEFT JOIN queue_job.claim c ON c.token = j.token
      LEFT JOIN queue_job.node n ON n.id = c.node_id
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token
      WHERE j.id = ANY (?::bigint[])
      """;

  /** Parameters: actor, filter, number of jobs. */
  static final String AUDIT =
      """
      INSERT INTO queue_job.audit (actor, action, subject, filter, jobs)
      VALUES (?, 'requeue stuck', 'jobs', ?, ?)
      """;

  private final JoinedDatabase database;

  public StuckStore(JoinedDatabase database) {
    this.database = database;
  }

  /**
   * For how long.
   *
   * @param enqueued since the claim; zero for none
   * @param started since the begin of the run; zero for none
   */
  public record Ages(Duration enqueued, Duration started) {
    private static Long millis(Duration age) {
      return age.isZero() ? null : (Long) age.toMillis();
    }
  }

  /**
   * A job that is held for long.
   *
   * @param id number of the row
   * @param token of its claim
   * @param functionId number of its function
   * @param channel its channel
   * @param begun whether it was seen running
   */
  public record Held(long id, long token, int functionId, ChannelPath channel, boolean begun) {}

  /**
   * Puts back some of the jobs that are held for so long, and keeps who did. Those whose node was
   * asked to cancel them are cancelled instead.
   */
  public List<Held> putBack(Ages ages, String actor, int most) {
    return database.run(
        "put back what is held for long",
        s -> {
          List<Held> held =
              s.rows(
                  PICK,
                  row ->
                      new Held(
                          row.getLong("id"),
                          row.getLong("token"),
                          row.getInt("function_id"),
                          new ChannelPath(row.getString("channel")),
                          row.getBoolean("begun")),
                  Ages.millis(ages.enqueued()),
                  Ages.millis(ages.started()),
                  most);
          List<Long> ids = held.stream().map(Held::id).toList();
          if (!ids.isEmpty()) {
            s.update(NOTE, actor, ids);
            WaitAgain.cancelReturned(s, ids, held.stream().map(Held::token).toList());
            s.update(ASK_TO_STOP, actor, ids);
            s.update(PUT_BACK, ids);
            s.rows(TAKE_KEYS, row -> row.getLong(1), ids);
          }
          return held;
        });
  }

  /** Keeps the whole command. */
  public void audit(Ages ages, String actor, long jobs) {
    String filter = "enqueued " + ages.enqueued() + ", started " + ages.started();
    database.run("audit", s -> s.update(AUDIT, actor, filter, jobs));
  }
}
