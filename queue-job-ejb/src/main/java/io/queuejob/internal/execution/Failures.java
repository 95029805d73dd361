package io.queuejob.internal.execution;

import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.job.RetrySchedule;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.storage.Causes;
import io.queuejob.internal.storage.SqlStates;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

/** Turns what a run raised into an outcome. */
final class Failures {
  private static final String ROLLED_BACK = "jakarta.transaction.RollbackException";
  private static final int LONGEST_MESSAGE = 10_000;
  private static final int LONGEST_TRACE = 200_000;

  private final RetryDelays delays;

  Failures(RetryDelays delays) {
    this.delays = delays;
  }

  /** Whatever an application's exception does when it is asked, there is an outcome. */
  Outcome outcome(ClaimedJob job, RunControl control, Throwable raised) {
    try {
      return judged(job, control, raised);
    } catch (RuntimeException | Error broken) {
      String message =
          "an exception that cannot be read: asked for its message, it raised "
              + broken.getClass().getName();
      return new Outcome.Failed(new JobError(raised.getClass().getName(), message, null));
    }
  }

  /**
   * What a commit raised. Some servers tell no more than that the connection failed; the completion
   * being guarded, such a job can safely run again.
   */
  Outcome outcomeOfCommit(ClaimedJob job, RunControl control, Throwable raised) {
    for (Throwable at = raised; at != null; at = at.getCause()) {
      String name = at.getClass().getName();
      if (!name.matches("(jakarta\\.transaction|javax\\.transaction|jakarta\\.resource)\\..*")) {
        return outcome(job, control, raised);
      }
    }
    return passing(job, raised);
  }

  private Outcome judged(ClaimedJob job, RunControl control, Throwable raised) {
    Throwable error = unwrap(raised);
    if (control.timedOut()) {
      return timedOut(job);
    }
    if (error instanceof NothingToDoException nothing) {
      String message = nothing.getMessage();
      return new Outcome.NothingToDo(
          message == null ? "nothing to do" : cut(message, LONGEST_MESSAGE));
    }
    if (error instanceof RetryableJobException retryable) {
      return retry(job, retryable);
    }
    if (control.cancelRequested() && !control.isAbandoned() && isInterruption(error)) {
      return new Outcome.Cancelled("cancelled while it ran");
    }
    if (!(error instanceof JobFailedException) && SqlStates.isTransient(raised)) {
      return passing(job, error);
    }
    return new Outcome.Failed(error(error));
  }

  /** Methods whose signature does not allow it wrap it. */
  private static boolean isInterruption(Throwable error) {
    return Causes.any(error, at -> at instanceof InterruptedException);
  }

  private Outcome retry(ClaimedJob job, RetryableJobException error) {
    Duration delay = delays.after(job, error);
    if (!error.countsAsRetry()) {
      return new Outcome.Retry(delay, Outcome.Budget.NONE, error(error));
    }
    int allowed = job.counters().maxRetries();
    if (RetrySchedule.hasAttemptsLeft(job.attempt(), allowed)) {
      return new Outcome.Retry(delay, Outcome.Budget.ATTEMPTS, error(error));
    }
    return new Outcome.Failed(
        error(
            new JobFailedException(
                "QJ4003 all " + allowed + " attempts used up; the last said: " + error.getMessage(),
                error)));
  }

  private Outcome passing(ClaimedJob job, Throwable error) {
    int earlier = job.counters().transientRetries();
    if (earlier < RetrySchedule.TRANSIENT_BUDGET) {
      return new Outcome.Retry(
          RetrySchedule.afterTransient(earlier, delays.random()),
          Outcome.Budget.TRANSIENT,
          error(error));
    }
    return new Outcome.Failed(
        error(
            new JobFailedException(
                "QJ4004 "
                    + RetrySchedule.TRANSIENT_BUDGET
                    + " passing database errors in a row; the last said: "
                    + error.getMessage(),
                error)));
  }

  static Outcome timedOut(ClaimedJob job) {
    return failed(
        "java.util.concurrent.TimeoutException",
        "QJ4011 timed out: expected the job to end within its "
            + job.timeoutSeconds()
            + " s (timeoutSeconds), found it running and interrupted it; nothing of its work was"
            + " kept. Allow it more time, or have it do less");
  }

  static Outcome endedTransaction(ClaimedJob job) {
    return failed(
        ROLLED_BACK,
        "QJ4009 job "
            + job.id()
            + " ended the transaction that it runs in; leave begin, commit and rollback to"
            + " the engine, or do them in a bean of its own with REQUIRES_NEW");
  }

  static Outcome leftTransaction(ClaimedJob job) {
    return failed(
        ROLLED_BACK,
        "QJ4015 job "
            + job.id()
            + " runs without a transaction, and returned while one that it had begun was active;"
            + " that one was rolled back. Commit what the job begins");
  }

  static Outcome markedForRollback(ClaimedJob job) {
    return failed(
        ROLLED_BACK,
        "QJ4006 job "
            + job.id()
            + " returned, but left its transaction marked for rollback; nothing of its work was"
            + " kept. Throw an exception to say why, or do not mark the transaction");
  }

  private static Outcome failed(String className, String message) {
    return new Outcome.Failed(new JobError(className, message, null));
  }

  static JobError error(Throwable error) {
    String message = error.getMessage() == null ? error.getClass().getName() : error.getMessage();
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    return new JobError(
        error.getClass().getName(),
        cut(message, LONGEST_MESSAGE),
        cut(trace.toString(), LONGEST_TRACE));
  }

  /** Without characters that PostgreSQL's text refuses. */
  private static String cut(String text, int longest) {
    String storable = text.replace('\u0000', '\uFFFD');
    return storable.length() <= longest ? storable : storable.substring(0, longest) + "…";
  }

  /** What the method raised, without the wrappers that containers put around it. */
  private static Throwable unwrap(Throwable raised) {
    Throwable at = raised;
    while (at.getCause() != null
        && (at.getClass().getName().startsWith("jakarta.ejb.")
            || at instanceof java.lang.reflect.UndeclaredThrowableException)) {
      at = at.getCause();
    }
    return at;
  }
}
