package io.queuejob.internal.execution;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.SharedRun;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.port.watch.RunWatch;
import io.queuejob.internal.storage.job.OutcomeStore;
import io.queuejob.internal.tally.Tally;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Calls of several jobs, their completions and one commit, or nothing of it all. */
final class SharedTransaction {
  private static final System.Logger LOG = System.getLogger("io.queuejob.execution");

  private final Invoker invoker;
  private final OutcomeStore outcomes;
  private final Transactions transactions;
  private final LongSupplier nanos;
  private final Failures failures;
  private final TransactionalExecution.Told told;

  SharedTransaction(
      Invoker invoker,
      OutcomeStore outcomes,
      Transactions transactions,
      TransactionalExecution.Limits limits,
      TransactionalExecution.Told told) {
    this.invoker = invoker;
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.nanos = limits.nanos();
    this.failures = new Failures(limits.delays());
    this.told = told;
  }

  /** How the transaction ended; its rollback is done. */
  enum End {
    COMMITTED,
    /** A claim was lost, or a call left its transaction unfit for a commit. */
    REFUSED,
    RAISED,
    RAISED_AT_COMMIT
  }

  /**
   * An end.
   *
   * @param end how
   * @param jobs how many were called
   * @param raised why, if something was raised
   */
  record Ended(End end, int jobs, Throwable raised) {}

  Ended run(SharedRun shared, Duration timeout) {
    List<OutcomeStore.Completion> completions = new ArrayList<>();
    int jobs = 1;
    End failure = End.RAISED;
    try {
      transactions.begin(timeout);
      completions.add(call(shared));
      while (isFit(shared) && shared.advance()) {
        jobs++;
        completions.add(call(shared));
      }
      if (!isFit(shared) || shared.control().isAbandoned() || !outcomes.completeAll(completions)) {
        transactions.rollback();
        return new Ended(End.REFUSED, jobs, null);
      }
      failure = End.RAISED_AT_COMMIT;
      transactions.commit();
      completions.forEach(c -> told.tally().ended(c.job(), Tally.End.DONE, c.run()));
      completions.forEach(c -> invoker.tell(c.job(), c.done(), c.run(), told.events()));
      return new Ended(End.COMMITTED, jobs, null);
    } catch (Throwable raised) {
      transactions.rollback();
      LOG.log(Level.DEBUG, "a shared transaction of " + jobs + " jobs was rolled back", raised);
      return new Ended(failure, jobs, raised);
    }
  }

  private OutcomeStore.Completion call(SharedRun shared) throws Throwable {
    long started = nanos.getAsLong();
    Outcome.Done done = watched(shared.job(), shared.control());
    Duration run = Duration.ofNanos(nanos.getAsLong() - started);
    return new OutcomeStore.Completion(shared.job(), run, done);
  }

  private Outcome.Done watched(ClaimedJob job, RunControl control) throws Throwable {
    RunWatch.Run watched = invoker.begins(job, told.watch());
    Outcome outcome = null;
    try {
      Outcome.Done done = invoker.invoke(job, control);
      outcome = done;
      return done;
    } catch (Throwable raised) {
      outcome = failures.outcome(job, control, raised);
      throw raised;
    } finally {
      watched.ends(outcome);
    }
  }

  private boolean isFit(SharedRun shared) {
    return !shared.control().timedOut()
        && transactions.isActive()
        && !transactions.isMarkedForRollback();
  }
}
