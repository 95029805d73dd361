package io.queuejob.internal.operations;

import io.queuejob.admin.StuckJobs;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.chore.StuckStore;
import io.queuejob.internal.storage.chore.StuckStore.Ages;
import io.queuejob.internal.storage.chore.StuckStore.Held;
import io.queuejob.internal.storage.job.CommandStore;
import java.time.Duration;
import java.util.List;

/** Puts back what nodes hold for long, some jobs in each transaction. */
public final class StuckSweep {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int AT_ONCE = 1_000;

  private final StuckStore store;
  private final CommandStore bells;
  private final Transactions transactions;

  public StuckSweep(StuckStore store, CommandStore bells, Transactions transactions) {
    this.store = store;
    this.bells = bells;
    this.transactions = transactions;
  }

  StuckJobs run(Duration enqueued, Duration started, String actor) throws Exception {
    Ages ages = checked(enqueued, started);
    String who = actor == null ? "unknown" : actor;
    long[] sums = new long[2];
    List<Held> held;
    do {
      held = transactions.inNew(TIMEOUT, () -> putBack(ages, who));
      held.forEach(job -> sums[job.begun() ? 1 : 0]++);
    } while (held.size() == AT_ONCE);
    return new StuckJobs(sums[0], sums[1]);
  }

  private List<Held> putBack(Ages ages, String actor) {
    List<Held> held = store.putBack(ages, actor, AT_ONCE);
    store.audit(ages, actor, held.size());
    held.stream()
        .map(job -> new Kind(job.functionId(), job.channel()))
        .distinct()
        .forEach(kind -> bells.ring(kind.function(), kind.channel()));
    return held;
  }

  private record Kind(int function, ChannelPath channel) {}

  private static Ages checked(Duration enqueued, Duration started) {
    if (enqueued == null
        || started == null
        || enqueued.isNegative()
        || started.isNegative()
        || (enqueued.isZero() && started.isZero())) {
      throw new IllegalArgumentException(
          "QJ7020 expected a time since the claim and one since the start, of which at most one is"
              + " 0 and leaves its jobs alone, found enqueued "
              + enqueued
              + " and started "
              + started
              + "; give at least one that is longer than 0");
    }
    return new Ages(enqueued, started);
  }
}
