package io.queuejob.internal.storage.chore;

import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Removes jobs that ended long ago (S-GC-01 to S-GC-05). A run walks through all jobs by their
 * number, a part of them in each step; each step is one transaction under a lock, and leaves in
 * {@code queue_job.chore} how far the run came, so that any node can go on.
 */
public final class RetentionStore {
  private static final int WALKED_AT_ONCE = 10_000;
  private static final int REMOVED_AT_ONCE = 1_000;

  /** One step at a time, of all nodes. */
  static final String LOCK =
      "SELECT pg_try_advisory_xact_lock(hashtextextended('queue_job.chore.retention', 0))";

  static final String KNOW =
      "INSERT INTO queue_job.chore (name) VALUES ('retention') ON CONFLICT DO NOTHING";

  static final String RUN =
      """
      SELECT clock_timestamp() AS now, began, ended, position, removed
      FROM queue_job.chore WHERE name = 'retention'
      """;

  /** Parameters: now, node. */
  static final String BEGIN =
      """
      UPDATE queue_job.chore SET began = ?, ended = NULL, position = 0, removed = 0, node = ?,
        result = NULL
      WHERE name = 'retention'
      """;

  /** The last number of the next part; null if there is no job left. Parameters: from, rows. */
  static final String LAST =
      """
      SELECT max(id) FROM
        (SELECT id FROM queue_job.job WHERE id > ? ORDER BY id LIMIT ?) AS part
      """;

  /**
   * What may go of one part, locked. Days are those of the nearest channel above that has any, else
   * 30; more than a century would leave the range of instants. A member of a graph stays until the
   * whole graph is done or cancelled; so does a parent of a job that is not. Parameters: part,
   * part, now, now, days of failed jobs, part, rows; a part is the number before its first and that
   * of its last.
   */
  static final String RIPE =
      """
      SELECT j.id FROM queue_job.job j
      JOIN (SELECT w.channel, coalesce(
          (SELECT c.retention_days FROM queue_job.channel c WHERE c.retention_days IS NOT NULL
            AND (c.path = w.channel OR starts_with(w.channel, c.path || '.'))
            ORDER BY length(c.path) DESC LIMIT 1), 30) AS days
        FROM (SELECT DISTINCT channel FROM queue_job.job
          WHERE id > ?::bigint AND id <= ?::bigint) w) kept ON kept.channel = j.channel
      LEFT JOIN (SELECT g.graph FROM (SELECT DISTINCT graph FROM queue_job.job
          WHERE id > ?::bigint AND id <= ?::bigint AND graph IS NOT NULL) g
        WHERE EXISTS (SELECT FROM queue_job.job m
          WHERE m.graph = g.graph AND m.state NOT IN ('done', 'cancelled'))) alive
        ON alive.graph = j.graph
      WHERE ((j.state IN ('done', 'cancelled')
            AND j.finished <= ?::timestamptz - least(kept.days, 36500) * interval '24 hours')
          OR (j.state = 'failed' AND j.graph IS NULL
            AND j.changed <= ?::timestamptz - ?::integer * interval '24 hours'))
        AND alive.graph IS NULL
        AND (j.graph IS NOT NULL OR NOT EXISTS (SELECT FROM queue_job.job_dependency d
          JOIN queue_job.job c ON c.id = d.child_id
          WHERE d.parent_id = j.id AND c.state NOT IN ('done', 'cancelled')))
        AND j.id > ?::bigint AND j.id <= ?::bigint
      ORDER BY j.id LIMIT ? FOR UPDATE OF j SKIP LOCKED
      """;

  /** Parameter: jobs. */
  static final String FORGET_LOG = "DELETE FROM queue_job.job_log WHERE job_id = ANY (?::bigint[])";

  /** Parameter: jobs. */
  static final String FORGET_ATTEMPTS =
      "DELETE FROM queue_job.job_attempt WHERE job_id = ANY (?::bigint[])";

  /** Parameter: jobs. */
  static final String FORGET_RUNS =
      "DELETE FROM queue_job.job_run WHERE job_id = ANY (?::bigint[])";

  /** Edges to what depended on them. Parameter: jobs. */
  static final String FORGET_CHILDREN =
      "DELETE FROM queue_job.job_dependency WHERE parent_id = ANY (?::bigint[])";

  /** Edges to what they depended on. Parameter: jobs. */
  static final String FORGET_PARENTS =
      "DELETE FROM queue_job.job_dependency WHERE child_id = ANY (?::bigint[])";

  /** Parameter: jobs. */
  static final String REMOVE = "DELETE FROM queue_job.job WHERE id = ANY (?::bigint[])";

  /** Parameters: position, removed, node. */
  static final String ADVANCE =
      """
      UPDATE queue_job.chore SET position = ?, removed = removed + ?, node = ?
      WHERE name = 'retention'
      """;

  static final String END =
      """
      UPDATE queue_job.chore SET ended = clock_timestamp(), result = 'removed ' || removed || ' jobs'
      WHERE name = 'retention'
      """;

  private final Session session;

  public RetentionStore(Session session) {
    this.session = session;
  }

  /**
   * When and what.
   *
   * @param interval from the begin of one run to that of the next
   * @param failedDays days after which failed jobs go, too; empty to keep them
   * @param node name of this node
   * @param now the instant to judge by; null for the database's clock
   */
  public record Terms(Duration interval, OptionalInt failedDays, String node, Instant now) {}

  private record Run(Instant now, Instant began, Instant ended, long position, long removed) {
    boolean isUnderWay() {
      return began != null && ended == null;
    }

    Duration untilDue(Duration interval) {
      return began == null ? Duration.ZERO : Duration.between(now, began.plus(interval));
    }
  }

  /** Takes the next step of the run, or begins one if it is due. */
  public RetentionStep step(Terms terms) {
    return session.transact("remove jobs after their retention", s -> step(s, terms));
  }

  private static RetentionStep step(Statements s, Terms terms) throws SQLException {
    if (!s.first(LOCK, row -> row.getBoolean(1)).orElse(false)) {
      return RetentionStep.busy();
    }
    s.update(KNOW);
    Run run = s.first(RUN, row -> run(row, terms)).orElseThrow();
    if (run.isUnderWay()) {
      return walk(s, terms, run);
    }
    Duration wait = run.untilDue(terms.interval());
    if (wait.compareTo(Duration.ZERO) > 0) {
      return RetentionStep.rest(wait);
    }
    s.update(BEGIN, run.now(), terms.node());
    return walk(s, terms, new Run(run.now(), run.now(), null, 0, 0));
  }

  private static Run run(java.sql.ResultSet row, Terms terms) throws SQLException {
    return new Run(
        Objects.requireNonNullElse(terms.now(), Rows.instant(row, "now")),
        Rows.instant(row, "began"),
        Rows.instant(row, "ended"),
        row.getLong("position"),
        row.getLong("removed"));
  }

  private static RetentionStep walk(Statements s, Terms terms, Run run) throws SQLException {
    long from = run.position();
    long last = s.first(LAST, row -> row.getLong(1), from, WALKED_AT_ONCE).orElse(0L);
    if (last == 0 && KeptChanges.forget(s, run.now())) {
      return RetentionStep.walked(run.removed());
    } else if (last == 0) {
      s.update(END);
      return new RetentionStep(
          RetentionStep.Kind.ENDED, run.removed(), Duration.between(run.began(), run.now()));
    }
    List<Long> ripe = ripe(s, terms, run, last);
    if (!ripe.isEmpty()) {
      remove(s, ripe);
    }
    long position = ripe.size() < REMOVED_AT_ONCE ? last : ripe.get(ripe.size() - 1);
    s.update(ADVANCE, position, ripe.size(), terms.node());
    return RetentionStep.walked(run.removed() + ripe.size());
  }

  private static List<Long> ripe(Statements s, Terms terms, Run run, long last)
      throws SQLException {
    long from = run.position();
    Integer failed = terms.failedDays().isEmpty() ? null : terms.failedDays().getAsInt();
    return s.rows(
        RIPE,
        row -> row.getLong(1),
        from,
        last,
        from,
        last,
        run.now(),
        run.now(),
        failed,
        from,
        last,
        REMOVED_AT_ONCE);
  }

  private static void remove(Statements s, List<Long> jobs) throws SQLException {
    s.update(FORGET_LOG, jobs);
    s.update(FORGET_ATTEMPTS, jobs);
    s.update(FORGET_RUNS, jobs);
    s.update(FORGET_CHILDREN, jobs);
    s.update(FORGET_PARENTS, jobs);
    s.update(REMOVE, jobs);
  }
}
