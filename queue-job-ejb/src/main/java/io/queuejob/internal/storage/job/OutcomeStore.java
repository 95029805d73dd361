package io.queuejob.internal.storage.job;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.storage.JoinedDatabase;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How a claimed job's run ended, guarded by the claim's token, in the transaction of the thread.
 * Each method returns whether the claim still held; if not, nothing was written and the thread's
 * transaction must not commit.
 */
public final class OutcomeStore {
  /** Parameters: microseconds of the run, result, id, token. Transition COMPLETE. */
  static final String COMPLETE =
      """
      UPDATE queue_job.job SET state = 'done', token = NULL, retry = retry + 1,
        blocking_key = NULL, finished = clock_timestamp(),
        started = clock_timestamp() - ? * interval '1 microsecond',
        result = ?::text, error_class = NULL, error_message = NULL
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /**
   * Parameters: microseconds, delay twice, attempts, transients, class, message, id, token. RETRY.
   */
  static final String RETRY =
      """
      UPDATE queue_job.job SET state = 'pending', token = NULL,
        started = clock_timestamp() - ? * interval '1 microsecond',
        changed = clock_timestamp(),
        eta = clock_timestamp() + ? * interval '1 microsecond',
        due = clock_timestamp() + ? * interval '1 microsecond',
        retry = retry + ?, transient_retries = transient_retries + ?,
        error_class = ?, error_message = ?
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /** Parameters: microseconds, class, message, id, token. Transition FAIL. */
  static final String FAIL =
      """
      UPDATE queue_job.job SET state = 'failed', failed = true, token = NULL, retry = retry + 1,
        blocking_key = NULL, started = clock_timestamp() - ? * interval '1 microsecond',
        changed = clock_timestamp(), error_class = ?, error_message = ?
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /** Parameters: result, id, token. Transition CANCEL_HELD. */
  static final String CANCEL_HELD =
      """
      UPDATE queue_job.job SET state = 'cancelled', token = NULL, blocking_key = NULL,
        finished = clock_timestamp(), result = ?::text
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /** Parameters: job, attempt, node, microseconds, outcome, class, message, trace. */
  static final String NOTE =
      """
      INSERT INTO queue_job.job_attempt
        (job_id, attempt, node, started, outcome, error_class, message, stack_trace)
      VALUES (?, ?, ?, clock_timestamp() - ? * interval '1 microsecond', ?, ?::text, ?::text,
        ?::text)
      """;

  private final JoinedDatabase database;
  private final Supplier<String> node;

  /**
   * Store for the outcomes of one node.
   *
   * @param node name of the node as people see it
   */
  public OutcomeStore(JoinedDatabase database, Supplier<String> node) {
    this.database = database;
    this.node = node;
  }

  /** Done; the job's effects commit with it. Result is JSON or null. */
  public boolean complete(ClaimedJob job, Duration run, String result) {
    return database.run(
        "complete job " + job.id(),
        s -> one(s.update(COMPLETE, micros(run), result, job.id(), job.token()), job));
  }

  /** Found nothing to do: done, with a text as result and a line in its history. */
  public boolean nothingToDo(ClaimedJob job, Duration run, String message) {
    return complete(job, run, message)
        && note(job, run, "nothing to do", new JobError(null, message, null));
  }

  /** To be tried again. */
  public boolean retry(ClaimedJob job, Duration run, Outcome.Retry retry) {
    long delay = micros(retry.delay());
    JobError error = retry.error();
    int attempts = retry.budget() == Outcome.Budget.ATTEMPTS ? 1 : 0;
    int transients = retry.budget() == Outcome.Budget.TRANSIENT ? 1 : 0;
    return database.run(
            "put job " + job.id() + " to retry",
            s ->
                one(
                    s.update(
                        RETRY,
                        micros(run),
                        delay,
                        delay,
                        attempts,
                        transients,
                        error.className(),
                        error.message(),
                        job.id(),
                        job.token()),
                    job))
        && note(job, run, "retry", error);
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
    return database.run(
            "cancel job " + job.id(),
            s -> one(s.update(CANCEL_HELD, message, job.id(), job.token()), job))
        && note(job, run, "cancelled", new JobError(null, message, null));
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

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  private static boolean one(int rows, ClaimedJob job) {
    if (rows > 1) {
      throw new IllegalStateException(
          "QJ3002 expected at most 1 row of job " + job.id() + " to change, found " + rows);
    }
    return rows == 1;
  }
}
