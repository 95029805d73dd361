package io.queuejob.internal.storage.job;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.reach.ReachStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do to jobs, in the transaction of the thread. */
public final class CommandStore {
  /** Parameter: uuid. */
  static final String FIND =
      """
      SELECT s.id, s.function, j.function_id, s.state, s.channel, j.description, j.retry, j.eta,
        j.result, j.error_message
      FROM queue_job.job_state s JOIN queue_job.job j ON j.id = s.id WHERE s.uuid = ?
      """;

  /**
   * A row that the transaction of the statement has written, or found by its identity key and
   * holds. Parameter: uuid.
   */
  static final String OWN =
      """
      SELECT id FROM queue_job.job
      WHERE uuid = ? AND (xmin::text = pg_current_xact_id_if_assigned()::xid::text
        OR position(uuid::text IN coalesce(current_setting('queue_job.held', true), '')) > 0)
      """;

  /** Parameter: id. REQUEUE: from failed, done, cancelled; the ETA survives (S-ST-04). */
  static final String REQUEUE =
      """
      UPDATE queue_job.job SET state = 'pending', failed = false, finished = NULL,
        started = NULL, retry = 0, transient_retries = 0, deaths = 0, changed = clock_timestamp(),
        due = CASE WHEN eta > statement_timestamp() THEN eta END,
        waits = eta IS NULL OR eta <= statement_timestamp()
      WHERE id = ? AND state IN ('failed', 'done', 'cancelled')
        AND NOT EXISTS (SELECT FROM queue_job.job_dependency d JOIN queue_job.job p
          ON p.id = d.parent_id WHERE d.child_id = job.id AND p.state <> 'done')
      """;

  /**
   * Who has the identity key of a job that ended: itself from now on if it was free. No row if it
   * has none. Parameter: id.
   */
  static final String TAKE_KEY =
      """
      SELECT coalesce(queue_job.take_key(id, 2000), id) FROM queue_job.job
      WHERE id = ? AND state IN ('failed', 'done', 'cancelled') AND identity_key IS NOT NULL
      """;

  /** Parameter: id. */
  static final String LEAVE_KEY =
      """
      UPDATE queue_job.job SET blocking_key = NULL
      WHERE id = ? AND state IN ('failed', 'done', 'cancelled') AND blocking_key IS NOT NULL
      """;

  /** Parameter: id. */
  static final String KEY_HOLDER =
      """
      SELECT o.uuid FROM queue_job.job j JOIN queue_job.job o
        ON o.blocking_key = queue_job.blocking_key(j.function_id, j.identity_key)
      WHERE j.id = ? AND o.id <> j.id
      """;

  /** Parameter: id. Transition REQUEUE_WAITING: as REQUEUE, a parent not being done. */
  static final String REQUEUE_WAITING =
      """
      UPDATE queue_job.job SET state = 'wait_dependencies', failed = false, finished = NULL,
        started = NULL, retry = 0, transient_retries = 0, deaths = 0, changed = clock_timestamp(), waits = false
      WHERE id = ? AND state IN ('failed', 'done', 'cancelled')
        AND EXISTS (SELECT FROM queue_job.job_dependency d JOIN queue_job.job p
          ON p.id = d.parent_id WHERE d.child_id = job.id AND p.state <> 'done')
      """;

  /** Parameters: result, id. Transition CANCEL: from wait_dependencies, pending, failed. */
  static final String CANCEL =
      """
      UPDATE queue_job.job SET state = 'cancelled', waits = false, due = NULL, failed = false,
        blocking_key = NULL, finished = clock_timestamp(), result = ?, result_secret = NULL
      WHERE id = ? AND state IN ('wait_dependencies', 'pending', 'failed')
      """;

  /** Parameters: result, id. SET_DONE: from wait_dependencies, pending, failed, cancelled. */
  static final String SET_DONE =
      """
      UPDATE queue_job.job SET state = 'done', waits = false, due = NULL, failed = false,
        blocking_key = NULL, finished = clock_timestamp(), result = ?, result_secret = NULL,
        error_class = NULL, error_message = NULL
      WHERE id = ? AND state IN ('wait_dependencies', 'pending', 'failed', 'cancelled')
      """;

  /** Asks the holder of a job to cancel it. Parameters: actor, dependents, channels or null, id. */
  static final String REQUEST_CANCEL =
      """
      INSERT INTO queue_job.job_run AS r
        (job_id, token, node_id, cancel_requested, cancel_by, cancel_dependents, cancel_within)
      SELECT j.id, j.token, c.node_id, clock_timestamp(), ?, ?, ?::text[]
      FROM queue_job.job j JOIN queue_job.claim c ON c.token = j.token
      WHERE j.id = ? AND j.state = 'enqueued'
      ON CONFLICT (job_id, token) DO UPDATE
        SET cancel_requested = coalesce(r.cancel_requested, EXCLUDED.cancel_requested),
          cancel_by = coalesce(r.cancel_by, EXCLUDED.cancel_by),
          cancel_dependents = EXCLUDED.cancel_dependents,
          cancel_within = EXCLUDED.cancel_within
      """;

  /** Keeps who did it in the job's history. Parameters: outcome, actor, id. */
  static final String NOTE =
      """
      INSERT INTO queue_job.job_attempt (job_id, attempt, outcome, message)
      SELECT id, retry, ?, 'by ' || ? FROM queue_job.job WHERE id = ?
      """;

  /** Parameters: actor, action, job's uuid, state before, state after. */
  static final String AUDIT =
      """
      INSERT INTO queue_job.audit (actor, action, subject, jobs, before, after)
      VALUES (?, ?, ?, 1, jsonb_build_object('state', ?::text), jsonb_build_object('state', ?::text))
      """;

  /** A job's arguments, once it is kept who sees them. Parameters: uuid, actor. */
  static final String REVEAL =
      """
      WITH seen AS (SELECT uuid, arguments FROM queue_job.job WHERE uuid = ?),
      kept AS (INSERT INTO queue_job.audit (actor, action, subject, jobs)
        SELECT ?, 'reveal arguments', uuid::text, 1 FROM seen)
      SELECT coalesce(arguments, 'null') FROM seen
      """;

  /** The same for its result, which may be null. Parameters: uuid, actor. */
  static final String REVEAL_RESULT = REVEAL.replace("arguments", "result");

  /** Rings at all nodes when the thread's transaction commits. Parameter: text. */
  static final String RING = "SELECT pg_notify('queue_job', ?)";

  private final JoinedDatabase database;

  public CommandStore(JoinedDatabase database) {
    this.database = database;
  }

  /**
   * A job as a command sees it.
   *
   * @param id number of the row
   * @param function registered name of its function
   * @param functionId number of its function
   * @param state state word of the view
   * @param channel its channel
   * @param texts what an application may read of it
   */
  public record Found(
      long id, String function, int functionId, String state, ChannelPath channel, Texts texts) {}

  /**
   * What an application may read of a job.
   *
   * @param description for people
   * @param retry attempts counted
   * @param eta not before; null if at once
   * @param result JSON; null if none
   * @param error message; null if none
   */
  public record Texts(
      String description, int retry, java.time.Instant eta, String result, String error) {}

  /** Looks a job up; empty if there is none. */
  public Optional<Found> find(UUID uuid) {
    return database.run(
        "look job " + uuid + " up",
        s ->
            s.first(
                FIND,
                row ->
                    new Found(
                        row.getLong("id"),
                        row.getString("function"),
                        row.getInt("function_id"),
                        row.getString("state"),
                        new ChannelPath(row.getString("channel")),
                        new Texts(
                            row.getString("description"),
                            row.getInt("retry"),
                            Rows.instant(row, "eta"),
                            row.getString("result"),
                            row.getString("error_message"))),
                uuid));
  }

  /** Whether the thread's transaction has written the job or holds it, so that it cannot start. */
  public boolean isOwn(UUID uuid) {
    return database.run(
        "look at who wrote job " + uuid, s -> s.first(OWN, row -> true, uuid).isPresent());
  }

  /** How a requeue ended. */
  public enum Requeued {
    /** It waits. */
    YES,
    /** Its state did not allow it. */
    WRONG_STATE,
    /** Another job has its identity key (S-ID-05). */
    KEY_TAKEN
  }

  /** Puts a job back to wait, with its identity key if it has one. */
  public Requeued requeue(long id) {
    return database.run(
        "requeue job " + id,
        s -> {
          long holder = s.first(TAKE_KEY, row -> row.getLong(1), id).orElse(id);
          if (holder != id) {
            return Requeued.KEY_TAKEN;
          }
          Edges.lookAtParents(s, id);
          if (s.update(REQUEUE, id) + s.update(REQUEUE_WAITING, id) > 0) {
            Edges.reopen(s, id);
            return Requeued.YES;
          }
          s.update(LEAVE_KEY, id);
          return Requeued.WRONG_STATE;
        });
  }

  /** The job that blocks the identity key of another; empty if none is seen to. */
  public Optional<UUID> keyHolder(long id) {
    return database.run(
        "look up who has the key of job " + id,
        s -> s.first(KEY_HOLDER, row -> row.getObject(1, UUID.class), id));
  }

  /** Cancels a job that nobody holds; false if its state did not allow it. */
  public boolean cancel(long id, String result) {
    return database.run("cancel job " + id, s -> s.update(CANCEL, result, id)) > 0;
  }

  /** Cancels what waits for a cancelled job, directly or not; in some channels, or all for null. */
  public int cancelDependents(long id, String how, List<String> within) {
    return database.run(
        "cancel dependents of " + id, s -> Edges.cancelDependents(s, id, how, within));
  }

  /** Declares a job done that nobody holds; false if its state did not allow it. */
  public boolean setDone(long id, String result) {
    return database.run(
        "set job " + id + " done",
        s -> {
          boolean moved = s.update(SET_DONE, result, id) > 0;
          if (moved) {
            Edges.close(s, List.of(id));
          }
          return moved;
        });
  }

  /** Asks the holder to cancel a job, and others in some channels; false if nobody holds it. */
  public boolean requestCancel(long id, String actor, boolean dependents, List<String> within) {
    Object[] asked = {actor, dependents, within, id};
    return database.run("ask to cancel job " + id, s -> s.update(REQUEST_CANCEL, asked)) > 0;
  }

  /** Where jobs are, for those who may act in some channels only. */
  public ReachStore reaches() {
    return new ReachStore(database);
  }

  /** Tells all nodes, at the commit, that work of one kind waits. */
  public void ring(int functionId, ChannelPath channel) {
    String text = "work " + functionId + " " + channel;
    database.run("ring", s -> s.first(RING, row -> text, text));
  }

  /** Tells all nodes, at the commit, that something is asked of them. */
  public void tellNodes() {
    database.run("tell nodes", s -> s.first(RING, row -> "", "changed"));
  }

  /** Keeps a command in the job's history. */
  public void note(Found job, String outcome, String actor) {
    database.run("keep " + outcome, s -> s.update(NOTE, outcome, actor, job.id()));
  }

  /** A job's arguments in full, or its result; empty if there is no such job. */
  public Optional<String> reveal(UUID uuid, String actor, boolean result) {
    String statement = result ? REVEAL_RESULT : REVEAL;
    return database.run(
        "reveal job " + uuid, s -> s.first(statement, row -> row.getString(1), uuid, actor));
  }

  /** Keeps a command in the audit. */
  public void audit(Found job, UUID uuid, String action, String actor, String stateAfter) {
    database.run(
        "audit " + action,
        s -> s.update(AUDIT, actor, action, uuid.toString(), job.state(), stateAfter));
  }
}
