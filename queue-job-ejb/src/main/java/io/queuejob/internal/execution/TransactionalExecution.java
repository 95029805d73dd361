package io.queuejob.internal.execution;

import io.queuejob.api.run.JobFailed;
import io.queuejob.internal.bean.RunTerms;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.SharedRun;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.port.watch.RunEvents;
import io.queuejob.internal.port.watch.RunWatch;
import io.queuejob.internal.storage.job.OutcomeStore;
import io.queuejob.internal.tally.Tally;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Runs each job in a transaction of its own, whose commit includes the guarded completion. */
public final class TransactionalExecution implements JobExecution {
  /** The server's own timeout comes after the interrupt, which says more. */
  private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(5);

  /** Of a run whose commit has its completion. */
  private static final Outcome COMMITTED = new Outcome.Done(null);

  private final Invoker invoker;
  private final OutcomeStore outcomes;
  private final Transactions transactions;
  private final Limits limits;
  private final SharedTransaction shared;
  private final Settlement settlement;
  private final Failures failures;
  private final Told told;

  /**
   * Time.
   *
   * @param defaultTimeout of transactions of jobs whose function names none
   * @param delays between attempts
   * @param nanos the monotonic clock
   */
  public record Limits(Duration defaultTimeout, RetryDelays delays, LongSupplier nanos) {}

  /**
   * Who is told.
   *
   * @param failed told of jobs that failed for good, in a transaction of its own
   * @param tally told of all runs that ended
   * @param watch looks at runs
   * @param events told of what came of them, after the commit
   */
  public record Told(Consumer<JobFailed> failed, Tally tally, RunWatch watch, RunEvents events) {}

  /**
   * An execution.
   *
   * @param invoker calls the methods
   * @param outcomes writes how runs ended
   * @param transactions of this place
   * @param limits time
   * @param told who is told of what came of it
   */
  public TransactionalExecution(
      Invoker invoker, OutcomeStore outcomes, Transactions transactions, Limits limits, Told told) {
    this.invoker = invoker;
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.limits = limits;
    this.failures = new Failures(limits.delays());
    this.told = told;
    this.shared = new SharedTransaction(invoker, outcomes, transactions, limits, told);
    this.settlement =
        new Settlement(
            outcomes,
            transactions,
            (job, error) -> invoker.tell(job, error, told.failed()),
            this::ended);
  }

  @Override
  public int mayShare(ClaimedJob job) {
    RunTerms terms = invoker.terms(job);
    return terms.sharing() && !job.isSuspect() ? terms.shared() : 1;
  }

  @Override
  public SharedRun.Ending runShared(SharedRun jobs) {
    long started = limits.nanos().getAsLong();
    ClaimedJob first = jobs.job();
    SharedTransaction.Ended ended = shared.run(jobs, timeout(first));
    if (ended.end() == SharedTransaction.End.COMMITTED) {
      AfterCommit.run(invoker::around);
      return SharedRun.Ending.SETTLED;
    }
    AfterCommit.clear();
    RunControl control = jobs.control();
    if (control.isAbandoned()) {
      settlement.claimLost(jobs.job());
      return SharedRun.Ending.UNSETTLED;
    }
    if (ended.jobs() > 1 || ended.raised() == null) {
      return SharedRun.Ending.APART;
    }
    Outcome outcome =
        ended.end() == SharedTransaction.End.RAISED
            ? failures.outcome(first, control, ended.raised())
            : failures.outcomeOfCommit(first, control, ended.raised());
    return settlement.settle(first, control, outcome, since(started))
        ? SharedRun.Ending.SETTLED
        : SharedRun.Ending.UNSETTLED;
  }

  /** Counts a run, and tells those who want to know, once its outcome is committed. */
  private void ended(ClaimedJob job, Outcome outcome, Duration run) {
    if (outcome instanceof Outcome.Failed) {
      told.tally().ended(job, Tally.End.FAILED, run);
    } else if (outcome instanceof Outcome.Retry) {
      told.tally().ended(job, Tally.End.RETRIED, run);
    } else if (!(outcome instanceof Outcome.Cancelled)) {
      told.tally().ended(job, Tally.End.DONE, run);
    }
    invoker.tell(job, outcome, run, told.events());
  }

  @Override
  public boolean run(ClaimedJob job, RunControl control) {
    RunWatch.Run watched = invoker.begins(job, told.watch());
    Outcome[] outcome = new Outcome[1];
    try {
      return run(job, control, outcome);
    } finally {
      watched.ends(outcome[0]);
    }
  }

  private boolean run(ClaimedJob job, RunControl control, Outcome[] ended) {
    long started = limits.nanos().getAsLong();
    boolean transactional = invoker.terms(job).transactional();
    Outcome outcome =
        transactional ? attempt(job, control, started) : withoutTransaction(job, control);
    ended[0] = outcome;
    boolean settled =
        outcome == null || outcome == COMMITTED
            ? !control.isAbandoned()
            : settlement.settle(job, control, outcome, since(started));
    if (settled && outcome instanceof Outcome.Done) {
      AfterCommit.run(invoker::around);
    }
    AfterCommit.clear();
    return settled;
  }

  /** Runs the job; {@link #COMMITTED}, null if its claim was lost, else what is to be written. */
  private Outcome attempt(ClaimedJob job, RunControl control, long started) {
    boolean committing = false;
    try {
      if (job.isSuspect()) {
        showStart(job, control);
      }
      transactions.begin(timeout(job));
      Outcome.Done done = invoker.invoke(job, control);
      Outcome refusal = refusal(job, control);
      if (refusal != null) {
        transactions.rollback();
        return refusal;
      }
      if (control.isAbandoned() || !outcomes.complete(job, since(started), done)) {
        transactions.rollback();
        settlement.claimLost(job);
        return null;
      }
      committing = true;
      transactions.commit();
      ended(job, COMMITTED, since(started));
      AfterCommit.run(invoker::around);
      return COMMITTED;
    } catch (Throwable raised) {
      transactions.rollback();
      if (control.isAbandoned()) {
        settlement.claimLost(job);
        return null;
      }
      return committing
          ? failures.outcomeOfCommit(job, control, raised)
          : failures.outcome(job, control, raised);
    }
  }

  /** Start and outcome are committed by themselves: at least once. */
  private Outcome withoutTransaction(ClaimedJob job, RunControl control) {
    try {
      showStart(job, control);
      Outcome.Done done = invoker.invoke(job, control);
      if (control.timedOut()) {
        return Failures.timedOut(job);
      }
      if (transactions.isActive()) {
        transactions.rollback();
        return Failures.leftTransaction(job);
      }
      return done;
    } catch (Throwable raised) {
      transactions.rollback();
      return failures.outcome(job, control, raised);
    }
  }

  /** Why a job that returned must not be completed; null if nothing speaks against it. */
  private Outcome refusal(ClaimedJob job, RunControl control) {
    if (control.timedOut()) {
      return Failures.timedOut(job);
    }
    if (!transactions.isActive()) {
      return Failures.endedTransaction(job);
    }
    return transactions.isMarkedForRollback() ? Failures.markedForRollback(job) : null;
  }

  /** Should a node die with it, it must be known that it had started. */
  private void showStart(ClaimedJob job, RunControl control) throws Exception {
    transactions.inNew(
        Settlement.OUTCOME_TIMEOUT,
        () -> {
          outcomes.start(job);
          return null;
        });
    control.shown();
  }

  @Override
  public boolean cancel(ClaimedJob job) {
    Outcome.Cancelled cancelled = new Outcome.Cancelled("cancelled before it started");
    return settlement.settle(job, new NotStarted(), cancelled, Duration.ZERO);
  }

  private Duration timeout(ClaimedJob job) {
    return job.timeoutSeconds() == 0
        ? limits.defaultTimeout()
        : Duration.ofSeconds(job.timeoutSeconds()).plus(AFTER_INTERRUPT);
  }

  private Duration since(long started) {
    return Duration.ofNanos(limits.nanos().getAsLong() - started);
  }

  @Override
  public long refused() {
    return settlement.refused();
  }

  @Override
  public Set<Integer> sessions() {
    return outcomes.sessions();
  }
}
