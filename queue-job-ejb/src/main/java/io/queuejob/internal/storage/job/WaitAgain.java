package io.queuejob.internal.storage.job;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.List;

/**
 * Jobs that their holder, or who acts for it, gives back. They wait again, unless somebody wants
 * them cancelled: who asked was told so, and they must not wait as if nobody had.
 */
public final class WaitAgain {
  /**
   * Passing errors are counted in a row: a run that ended otherwise begins anew. Parameters:
   * microseconds, delay twice, attempts, whether it met a passing error, class, message, id, token.
   * RETRY.
   */
  static final String RETRY =
      """
      UPDATE queue_job.job SET state = 'pending', token = NULL,
        started = clock_timestamp() - ? * interval '1 microsecond',
        changed = clock_timestamp(),
        eta = clock_timestamp() + ? * interval '1 microsecond',
        due = clock_timestamp() + ? * interval '1 microsecond',
        retry = retry + ?, transient_retries = CASE WHEN ? THEN transient_retries + 1 ELSE 0 END,
        error_class = ?, error_message = ?
      WHERE id = ? AND token = ? AND state = 'enqueued'
      """;

  /**
   * Gives a job that waits again its identity key back if it is free, and no row if it has none to
   * take. Parameters: milliseconds to wait, id.
   */
  static final String TAKE_KEY =
      """
      SELECT queue_job.take_key(id, ?) FROM queue_job.job
      WHERE id = ? AND identity_key IS NOT NULL AND blocking_key IS NULL
      """;

  /**
   * Cancels those of the jobs whose holder was asked to. What dependents are told; null if they are
   * not meant. Parameters: result, jobs, tokens of their claims. Transition CANCEL_HELD.
   */
  static final String CANCEL_ASKED =
      """
      UPDATE queue_job.job AS j SET state = 'cancelled', token = NULL, blocking_key = NULL,
        finished = clock_timestamp(), result_secret = NULL,
        result = ?::text || coalesce(', by ' || r.cancel_by, '')
      FROM queue_job.job_run r
      WHERE j.id = ANY (?::bigint[]) AND j.token = ANY (?::bigint[]) AND j.state = 'enqueued'
        AND r.job_id = j.id AND r.token = j.token AND r.cancel_requested IS NOT NULL
      RETURNING j.id,
        CASE WHEN r.cancel_dependents THEN concat('cancelled', ' by ' || r.cancel_by) END AS how,
        r.cancel_within
      """;

  /** Keeps it in their histories. Parameter: jobs. */
  static final String NOTE_ASKED =
      """
      INSERT INTO queue_job.job_attempt (job_id, attempt, outcome, message)
      SELECT id, retry + 1, 'cancelled', result FROM queue_job.job WHERE id = ANY (?::bigint[])
      """;

  private static final int KEY_WAIT_MILLIS = 200;

  private WaitAgain() {}

  private record Cancelled(long id, Edges.Asked asked) {}

  /**
   * To be called before the jobs are put back, in the same transaction.
   *
   * @param jobs what is about to be put back
   * @param tokens of the claims that held it
   * @return how many were cancelled
   */
  public static int cancelReturned(Statements s, List<Long> jobs, List<Long> tokens)
      throws SQLException {
    List<Long> cancelled = cancel(s, "cancelled before it ended", jobs, tokens);
    if (!cancelled.isEmpty()) {
      s.update(NOTE_ASKED, cancelled);
    }
    return cancelled.size();
  }

  /** Without a line in the history; returns the jobs that were cancelled. */
  static List<Long> cancel(Statements s, String result, List<Long> jobs, List<Long> tokens)
      throws SQLException {
    List<Cancelled> cancelled =
        s.rows(
            CANCEL_ASKED,
            row -> new Cancelled(row.getLong("id"), Edges.Asked.of(row)),
            result,
            jobs,
            tokens);
    for (Cancelled job : cancelled) {
      if (job.asked().how() != null) {
        Edges.cancelDependents(s, job.id(), job.asked().how(), job.asked().within());
      }
    }
    return cancelled.stream().map(Cancelled::id).toList();
  }

  /** Whether the job's node was asked to cancel it, so that it was cancelled. */
  static boolean cancelledInstead(Statements s, ClaimedJob job) throws SQLException {
    String result = "cancelled in place of another attempt";
    return !cancel(s, result, List.of(job.id()), List.of(job.token())).isEmpty();
  }

  /** Writes that it waits; returns how many rows moved. */
  static int write(Statements s, ClaimedJob job, long micros, Outcome.Retry retry)
      throws SQLException {
    long delay = OutcomeStore.micros(retry.delay());
    int rows =
        s.update(
            RETRY,
            micros,
            delay,
            delay,
            retry.budget() == Outcome.Budget.ATTEMPTS ? 1 : 0,
            retry.budget() == Outcome.Budget.TRANSIENT,
            retry.error().className(),
            retry.error().message(),
            job.id(),
            job.token());
    if (rows == 1) {
      s.first(TAKE_KEY, row -> row.getLong(1), KEY_WAIT_MILLIS, job.id());
    }
    return rows;
  }
}
