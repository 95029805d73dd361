package io.queuejob.internal.execution;

import io.queuejob.api.run.JobFailed;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.SqlStates;
import io.queuejob.internal.storage.job.OutcomeStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Writes outcomes in transactions of their own, until they are written or the claim is lost. */
final class Settlement {
  static final Duration OUTCOME_TIMEOUT = Duration.ofSeconds(30);

  private static final System.Logger LOG = System.getLogger("io.queuejob.execution");
  private static final Duration OUTCOME_RETRY = Duration.ofMillis(500);

  private final OutcomeStore outcomes;
  private final Transactions transactions;
  private final Hook hook;
  private final Counting counting;
  private final LongAdder refused = new LongAdder();

  /** Told of a job that failed for good; runs in a transaction of its own. */
  @FunctionalInterface
  interface Hook {
    /** Builds and hands on the event. */
    void failed(ClaimedJob job, JobError error);
  }

  /** Told of an outcome that is written. */
  @FunctionalInterface
  interface Counting {
    /** Counts it. */
    void ended(ClaimedJob job, Outcome outcome, Duration run);
  }

  Settlement(OutcomeStore outcomes, Transactions transactions, Hook hook, Counting counting) {
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.hook = hook;
    this.counting = counting;
  }

  /** False if neither came about. */
  boolean settle(ClaimedJob job, RunControl control, Outcome wanted, Duration run) {
    log(job, wanted);
    Outcome outcome = wanted;
    boolean told = false;
    while (!control.isAbandoned()) {
      try {
        Outcome now = outcome;
        if (!transactions.inNew(OUTCOME_TIMEOUT, () -> write(job, run, now))) {
          claimLost(job);
          return true;
        }
        counting.ended(job, now, run);
        if (now instanceof Outcome.Failed failed) {
          tell(job, failed.error());
        }
        return true;
      } catch (Exception e) {
        if (!told) {
          LOG.log(
              Level.WARNING,
              "QJ4007 outcome of job {0} could not be written, trying again: {1}",
              String.valueOf(job.id()),
              e.getMessage());
        }
        told = true;
        outcome = SqlStates.isRefused(e) ? unwritable(wanted, e) : outcome;
      }
      if (control.awaitAbandoned(OUTCOME_RETRY)) {
        return false;
      }
    }
    return false;
  }

  /** In place of an outcome that the database will never take. */
  private static Outcome unwritable(Outcome wanted, Exception why) {
    String message =
        "QJ4010 the outcome of the run could not be written: expected "
            + wanted.getClass().getSimpleName()
            + ", found "
            + why.getClass().getName()
            + "; see the server's log of this time";
    return new Outcome.Failed(new JobError(why.getClass().getName(), message, null));
  }

  private boolean write(ClaimedJob job, Duration run, Outcome outcome) {
    if (outcome instanceof Outcome.Retry retry) {
      return outcomes.retry(job, run, retry);
    } else if (outcome instanceof Outcome.Failed failed) {
      return outcomes.fail(job, run, failed.error());
    } else if (outcome instanceof Outcome.NothingToDo nothing) {
      return outcomes.nothingToDo(job, run, nothing.message());
    } else if (outcome instanceof Outcome.Cancelled cancelled) {
      return outcomes.cancelHeld(job, run, cancelled.message());
    }
    return outcomes.complete(job, run, (Outcome.Done) outcome);
  }

  private void tell(ClaimedJob job, JobError error) {
    try {
      transactions.inNew(
          OUTCOME_TIMEOUT,
          () -> {
            hook.failed(job, error);
            return null;
          });
    } catch (Exception | LinkageError | AssertionError e) {
      LOG.log(
          Level.ERROR,
          "QJ4012 job "
              + job.id()
              + " has failed; an observer of "
              + JobFailed.class.getName()
              + " raised an exception, and its work was rolled back",
          e);
    }
  }

  void claimLost(ClaimedJob job) {
    AfterCommit.clear();
    refused.increment();
    LOG.log(
        Level.WARNING,
        "QJ4005 job {0}: its claim was lost while it ran, nothing of this run is kept; who holds it"
            + " now decides",
        String.valueOf(job.id()));
  }

  long refused() {
    return refused.sum();
  }

  private static void log(ClaimedJob job, Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      JobError error = failed.error();
      LOG.log(
          Level.ERROR,
          "QJ4008 job {0}, channel {1}, attempt {2}: failed: {3}",
          String.valueOf(job.id()),
          job.channel(),
          String.valueOf(job.attempt()),
          error.stackTrace() == null ? error.message() : error.stackTrace());
    } else {
      LOG.log(
          Level.DEBUG,
          "job {0}, channel {1}, attempt {2}: {3}",
          String.valueOf(job.id()),
          job.channel(),
          String.valueOf(job.attempt()),
          outcome);
    }
  }
}
