package io.queuejob.internal.execution;

import io.queuejob.internal.bean.RunTerms;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.SharedRun;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.SqlStates;
import io.queuejob.internal.storage.job.OutcomeStore;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Runs each job in a transaction of its own, whose commit includes the guarded completion. */
public final class TransactionalExecution implements JobExecution {
  private static final System.Logger LOG = System.getLogger("io.queuejob.execution");
  private static final Duration OUTCOME_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration OUTCOME_RETRY = Duration.ofMillis(500);
  private static final RunControl NO_CONTROL = new NotStarted();

  private final Invoker invoker;
  private final OutcomeStore outcomes;
  private final Transactions transactions;
  private final Duration defaultTimeout;
  private final LongSupplier nanos;
  private final LongAdder refused = new LongAdder();
  private final SharedTransaction shared;
  private final Failures failures = new Failures(RandomGenerator.getDefault());

  /**
   * An execution.
   *
   * @param invoker calls the methods
   * @param outcomes writes how runs ended
   * @param transactions of this place
   * @param defaultTimeout of transactions of jobs whose function names none
   * @param nanos the monotonic clock
   */
  public TransactionalExecution(
      Invoker invoker,
      OutcomeStore outcomes,
      Transactions transactions,
      Duration defaultTimeout,
      LongSupplier nanos) {
    this.invoker = invoker;
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.defaultTimeout = defaultTimeout;
    this.nanos = nanos;
    this.shared = new SharedTransaction(invoker, outcomes, transactions, nanos);
  }

  @Override
  public int mayShare(ClaimedJob job) {
    RunTerms terms = invoker.terms(job);
    return terms.sharing() && !job.isSuspect() && !job.inGraph() ? terms.shared() : 1;
  }

  @Override
  public SharedRun.Ending runShared(SharedRun jobs) {
    long started = nanos.getAsLong();
    ClaimedJob first = jobs.job();
    SharedTransaction.Ended ended = shared.run(jobs, timeout(first));
    if (ended.end() == SharedTransaction.End.COMMITTED) {
      return SharedRun.Ending.SETTLED;
    }
    RunControl control = jobs.control();
    if (control.isAbandoned()) {
      claimLost(jobs.job());
      return SharedRun.Ending.UNSETTLED;
    }
    if (ended.jobs() > 1 || ended.raised() == null) {
      return SharedRun.Ending.APART;
    }
    Outcome outcome =
        ended.end() == SharedTransaction.End.RAISED
            ? failures.outcome(first, control, ended.raised())
            : failures.outcomeOfCommit(first, control, ended.raised());
    return settle(first, control, outcome, started)
        ? SharedRun.Ending.SETTLED
        : SharedRun.Ending.UNSETTLED;
  }

  @Override
  public boolean run(ClaimedJob job, RunControl control) {
    long started = nanos.getAsLong();
    Outcome outcome = attempt(job, control, started);
    return outcome == null ? !control.isAbandoned() : settle(job, control, outcome, started);
  }

  /** Runs the job; null if it is done or its claim was lost, else what is to be written. */
  private Outcome attempt(ClaimedJob job, RunControl control, long started) {
    boolean committing = false;
    try {
      showStartOfSuspect(job, control);
      transactions.begin(timeout(job));
      String result = invoker.invoke(job, control);
      Outcome refusal = refusal(job);
      if (refusal != null) {
        transactions.rollback();
        return refusal;
      }
      if (control.isAbandoned() || !outcomes.complete(job, since(started), result)) {
        transactions.rollback();
        claimLost(job);
        return null;
      }
      committing = true;
      transactions.commit();
      return null;
    } catch (Throwable raised) {
      transactions.rollback();
      if (control.isAbandoned()) {
        claimLost(job);
        return null;
      }
      return committing
          ? failures.outcomeOfCommit(job, control, raised)
          : failures.outcome(job, control, raised);
    }
  }

  /** Why a job that returned must not be completed; null if nothing speaks against it. */
  private Outcome refusal(ClaimedJob job) {
    if (!transactions.isActive()) {
      return new Outcome.Failed(
          new JobError(
              "jakarta.transaction.RollbackException",
              "QJ4009 job "
                  + job.id()
                  + " ended the transaction that it runs in; leave begin, commit and rollback to"
                  + " the engine, or do them in a bean of its own with REQUIRES_NEW",
              null));
    }
    return transactions.isMarkedForRollback() ? markedForRollback(job) : null;
  }

  /** A node died with it before: should it happen again, it must be known that it had started. */
  private void showStartOfSuspect(ClaimedJob job, RunControl control) throws Exception {
    if (job.isSuspect()) {
      transactions.inNew(
          OUTCOME_TIMEOUT,
          () -> {
            outcomes.start(job);
            return null;
          });
      control.shown();
    }
  }

  private static Outcome markedForRollback(ClaimedJob job) {
    String message =
        "QJ4006 job "
            + job.id()
            + " returned, but left its transaction marked for rollback; nothing of its work was"
            + " kept. Throw an exception to say why, or do not mark the transaction";
    return new Outcome.Failed(new JobError("jakarta.transaction.RollbackException", message, null));
  }

  /** Writes an outcome until it is written or the claim is lost; false if neither came about. */
  private boolean settle(ClaimedJob job, RunControl control, Outcome wanted, long started) {
    Duration run = since(started);
    log(job, wanted);
    Outcome outcome = wanted;
    boolean told = false;
    while (!control.isAbandoned()) {
      try {
        Outcome now = outcome;
        if (!transactions.inNew(OUTCOME_TIMEOUT, () -> write(job, run, now))) {
          claimLost(job);
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
    Outcome.Done done = (Outcome.Done) outcome;
    return outcomes.complete(job, run, done.result());
  }

  @Override
  public boolean cancel(ClaimedJob job) {
    Outcome.Cancelled cancelled = new Outcome.Cancelled("cancelled before it started");
    return settle(job, NO_CONTROL, cancelled, nanos.getAsLong());
  }

  private Duration timeout(ClaimedJob job) {
    return job.timeoutSeconds() == 0 ? defaultTimeout : Duration.ofSeconds(job.timeoutSeconds());
  }

  private Duration since(long started) {
    return Duration.ofNanos(nanos.getAsLong() - started);
  }

  @Override
  public long refused() {
    return refused.sum();
  }

  @Override
  public Set<Integer> sessions() {
    return outcomes.sessions();
  }

  private void claimLost(ClaimedJob job) {
    refused.increment();
    LOG.log(
        Level.WARNING,
        "QJ4005 job {0}: its claim was lost while it ran, nothing of this run is kept; who holds it"
            + " now decides",
        String.valueOf(job.id()));
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

  /** A job that never started is not abandoned; its outcome is tried for a while only. */
  private static final class NotStarted implements RunControl {
    @Override
    public boolean cancelRequested() {
      return true;
    }

    @Override
    public boolean isAbandoned() {
      return false;
    }

    @Override
    public void shown() {}

    @Override
    public boolean awaitAbandoned(Duration most) {
      return true;
    }
  }
}
