package io.queuejob.internal.execution;

import io.queuejob.internal.port.SharedRun;
import io.queuejob.internal.port.Transactions;
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
  private final Tally tally;

  SharedTransaction(
      Invoker invoker,
      OutcomeStore outcomes,
      Transactions transactions,
      LongSupplier nanos,
      Tally tally) {
    this.invoker = invoker;
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.nanos = nanos;
    this.tally = tally;
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
      completions.forEach(c -> tally.ended(c.job(), Tally.End.DONE, c.run()));
      return new Ended(End.COMMITTED, jobs, null);
    } catch (Throwable raised) {
      transactions.rollback();
      LOG.log(Level.DEBUG, "a shared transaction of " + jobs + " jobs was rolled back", raised);
      return new Ended(failure, jobs, raised);
    }
  }

  private OutcomeStore.Completion call(SharedRun shared) throws Throwable {
    long started = nanos.getAsLong();
    String result = invoker.invoke(shared.job(), shared.control());
    Duration run = Duration.ofNanos(nanos.getAsLong() - started);
    return new OutcomeStore.Completion(shared.job(), run, result);
  }

  private boolean isFit(SharedRun shared) {
    return !shared.control().timedOut()
        && transactions.isActive()
        && !transactions.isMarkedForRollback();
  }
}
