package io.queuejob.internal.storage.job;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * How a claimed job's run ended, guarded by the claim's token, in the transaction of the thread.
 * Each method returns whether the claim still held; if not, nothing was written and the thread's
 * transaction must not commit.
 */
public final class OutcomeStore {
  /** Parameters: microseconds of the run, result, its secrets, id, token. Transition COMPLETE. */
  static final String COMPLETE =
      """
      UPDATE queue_job.job SET state = 'done', token = NULL, retry = retry + 1,
        blocking_key = NULL, finished = clock_timestamp(),
        started = clock_timestamp() - ? * interval '1 microsecond',
        result = ?::text, result_secret = ?::text, error_class = NULL, error_message = NULL
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /**
   * Many at once. Parameters: arrays of microseconds, results, their secrets, ids and tokens.
   * Transition COMPLETE.
   */
  static final String COMPLETE_ALL =
      """
      UPDATE queue_job.job AS j SET state = 'done', token = NULL, retry = j.retry + 1,
        blocking_key = NULL, finished = clock_timestamp(),
        started = clock_timestamp() - e.micros * interval '1 microsecond',
        result = e.result, result_secret = e.secret, error_class = NULL, error_message = NULL
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
        AS e (micros, result, secret, id, token)
      WHERE j.id = e.id AND j.token = e.token AND j.state = 'enqueued'
      """;

  /** Parameters: microseconds, class, message, id, token. Transition FAIL. */
  static final String FAIL =
      """
      UPDATE queue_job.job SET state = 'failed', failed = true, token = NULL, retry = retry + 1,
        blocking_key = NULL, started = clock_timestamp() - ? * interval '1 microsecond',
        changed = clock_timestamp(), result = NULL, result_secret = NULL, error_class = ?,
        error_message = ?
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /** Parameters: result, id, token. Transition CANCEL_HELD. */
  static final String CANCEL_HELD =
      """
      UPDATE queue_job.job SET state = 'cancelled', token = NULL, blocking_key = NULL,
        finished = clock_timestamp(), result_secret = NULL,
        result = ?::text || coalesce((SELECT ', by ' || r.cancel_by
          FROM queue_job.job_run r WHERE r.job_id = job.id AND r.token = job.token), '')
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /** What dependents are told; empty if they were not meant. Parameters: job, token. */
  static final String WITH_DEPENDENTS =
      """
      SELECT CASE WHEN cancel_dependents THEN concat('cancelled', ' by ' || cancel_by) ELSE '' END
      FROM queue_job.job_run WHERE job_id = ? AND token = ?
      """;

  /** Parameters: job, attempt, node, microseconds, outcome, class, message, trace. */
  static final String NOTE =
      """
      INSERT INTO queue_job.job_attempt
        (job_id, attempt, node, started, outcome, error_class, message, stack_trace)
      VALUES (?, ?, ?, clock_timestamp() - ? * interval '1 microsecond', ?, ?::text, ?::text,
        ?::text)
      """;

  /**
   * Shows the start of a run, before it begins. Parameters: job, token, token. The claim's node is
   * the one that runs it.
   */
  static final String START =
      """
      INSERT INTO queue_job.job_run (job_id, token, node_id, started)
      SELECT ?, ?, c.node_id, clock_timestamp() FROM queue_job.claim c WHERE c.token = ?
      ON CONFLICT (job_id, token) DO UPDATE SET started = EXCLUDED.started
      """;

  private static final Duration LONGEST = Duration.ofDays(36_500);
  private static final int MOST_SESSIONS = 500;

  private final JoinedDatabase database;
  private final Supplier<String> node;
  private final Set<Integer> sessions = ConcurrentHashMap.newKeySet();

  /**
   * Store for the outcomes of one node.
   *
   * @param node name of the node as people see it
   */
  public OutcomeStore(JoinedDatabase database, Supplier<String> node) {
    this.database = database;
    this.node = node;
  }

  /** Done; the job's effects commit with it. */
  public boolean complete(ClaimedJob job, Duration run, Outcome.Done done) {
    return database.run(
        "complete job " + job.id(),
        s -> {
          requireJoined(s);
          note(s.backend());
          int rows =
              s.update(COMPLETE, micros(run), done.result(), done.secret(), job.id(), job.token());
          boolean mine = one(rows, job);
          if (mine && job.inGraph()) {
            Edges.close(s, List.of(job.id()));
          }
          return mine;
        });
  }

  /**
   * A job that returned.
   *
   * @param job it
   * @param run how long it ran
   * @param done what it returned
   */
  public record Completion(ClaimedJob job, Duration run, Outcome.Done done) {}

  /** All done; false if any claim was lost, and then none of it must commit. */
  public boolean completeAll(List<Completion> all) {
    Long[] micros = all.stream().map(c -> micros(c.run())).toArray(Long[]::new);
    String[] results = all.stream().map(c -> c.done().result()).toArray(String[]::new);
    String[] secrets = all.stream().map(c -> c.done().secret()).toArray(String[]::new);
    Long[] ids = all.stream().map(c -> c.job().id()).toArray(Long[]::new);
    Long[] tokens = all.stream().map(c -> c.job().token()).toArray(Long[]::new);
    return database.run(
        "complete " + all.size() + " jobs",
        s -> {
          requireJoined(s);
          note(s.backend());
          int rows = s.update(COMPLETE_ALL, micros, results, secrets, ids, tokens);
          boolean mine = rows == all.size();
          if (mine) {
            Edges.close(s, graphMembers(all));
          }
          return mine;
        });
  }

  private static List<Long> graphMembers(List<Completion> all) {
    return all.stream()
        .map(Completion::job)
        .filter(ClaimedJob::inGraph)
        .map(ClaimedJob::id)
        .toList();
  }

  private static void requireJoined(Statements statements) throws SQLException {
    if (statements.standAlone()) {
      throw new IllegalStateException(
          "QJ3004 expected a connection that takes part in the job's transaction, found one"
              + " that commits by itself; make the data source a JTA data source");
    }
  }

  /** Pools open new sessions now and then; what is long gone need not be kept. */
  private void note(int backend) {
    if (backend != 0 && sessions.add(backend) && sessions.size() > MOST_SESSIONS) {
      sessions.clear();
      sessions.add(backend);
    }
  }

  /** Backends of the sessions in which jobs were completed here. */
  public Set<Integer> sessions() {
    return sessions;
  }

  /** Shows that a job starts, so that it is known if its node dies. */
  public void start(ClaimedJob job) {
    database.run(
        "show the start of job " + job.id(),
        s -> s.update(START, job.id(), job.token(), job.token()));
  }

  /** Found nothing to do: done, with a text as result and a line in its history. */
  public boolean nothingToDo(ClaimedJob job, Duration run, String message) {
    return complete(job, run, new Outcome.Done(message))
        && note(job, run, "nothing to do", new JobError(null, message, null));
  }

  /** To be tried again; cancelled instead if its node was asked to. */
  public boolean retry(ClaimedJob job, Duration run, Outcome.Retry retry) {
    String kept =
        database.run(
            "put job " + job.id() + " to retry",
            s -> {
              if (!WaitAgain.cancelledInstead(s, job)) {
                return one(WaitAgain.write(s, job, micros(run), retry), job) ? "retry" : null;
              }
              return "cancelled";
            });
    return kept != null && note(job, run, kept, retry.error());
  }

  /** Failed until a person acts. */
  public boolean fail(ClaimedJob job, Duration run, JobError error) {
    return database.run(
            "fail job " + job.id(),
            s ->
                one(
                    s.update(
                        FAIL,
                        micros(run),
                        error.className(),
                        error.message(),
                        job.id(),
                        job.token()),
                    job))
        && note(job, run, "failed", error);
  }

  /** Cancelled while this node held it. */
  public boolean cancelHeld(ClaimedJob job, Duration run, String message) {
    return database.run("cancel job " + job.id(), s -> cancelHeld(s, job, message))
        && note(job, run, "cancelled", new JobError(null, message, null));
  }

  private static boolean cancelHeld(Statements s, ClaimedJob job, String message)
      throws SQLException {
    boolean mine = one(s.update(CANCEL_HELD, message, job.id(), job.token()), job);
    if (mine && job.inGraph()) {
      String how =
          s.first(WITH_DEPENDENTS, row -> row.getString(1), job.id(), job.token())
              .orElse("cancelled");
      if (!how.isEmpty()) {
        Edges.cancelDependents(s, job.id(), how);
      }
    }
    return mine;
  }

  private boolean note(ClaimedJob job, Duration run, String outcome, JobError error) {
    database.run(
        "keep the attempt of job " + job.id(),
        s ->
            s.update(
                NOTE,
                job.id(),
                job.attempt(),
                node.get(),
                micros(run),
                outcome,
                error.className(),
                error.message(),
                error.stackTrace()));
    return true;
  }

  static long micros(Duration duration) {
    return (duration.compareTo(LONGEST) > 0 ? LONGEST : duration).toNanos() / 1000;
  }

  private static boolean one(int rows, ClaimedJob job) {
    if (rows > 1) {
      throw new IllegalStateException(
          "QJ3002 expected at most 1 row of job " + job.id() + " to change, found " + rows);
    }
    return rows == 1;
  }
}
