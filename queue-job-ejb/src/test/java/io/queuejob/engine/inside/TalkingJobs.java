package io.queuejob.engine.inside;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobContext;
import io.queuejob.api.call.JobTransaction;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.api.run.EffectGuard;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.internal.port.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Jobs that use what they are given; each notes what it saw. */
public class TalkingJobs {
  final List<String> seen = new CopyOnWriteArrayList<>();
  final CountDownLatch gate = new CountDownLatch(1);
  Transactions transactions;
  EffectGuard guard;
  Runnable another;
  private final JobContext job = new CurrentJob();

  /** Reports and waits. */
  public void reportAndWait() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      job.progress(i, 1_000, "step " + i);
      job.log("line " + i);
    }
    job.progress(7, 9, "nearly");
    if (!gate.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the gate stayed shut");
    }
    job.log("last words");
    throw new IllegalArgumentException("in the end no good");
  }

  /** Runs until somebody asks it to stop. */
  public void untilCancelled() throws Exception {
    seen.add("started");
    while (!job.cancelRequested()) {
      gate.await(20, TimeUnit.MILLISECONDS);
    }
    throw new InterruptedException("asked to stop");
  }

  /** Asks for another attempt once somebody asked it to stop. */
  public void busyWhenCancelled() throws Exception {
    seen.add("started");
    while (!job.cancelRequested()) {
      gate.await(20, TimeUnit.MILLISECONDS);
    }
    throw new RetryableJobException("busy", Duration.ofMillis(1));
  }

  /** Tells of the request to stop by an exception around the one that means it. */
  public void wrappedWhenCancelled() throws Exception {
    seen.add("started");
    while (!job.cancelRequested()) {
      gate.await(20, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("asked to stop", new InterruptedException());
  }

  /** Too slow; says so by an exception, and leaves the thread interrupted, as is the custom. */
  @Delayed(timeoutSeconds = 1)
  public void tooSlowAndPolite() {
    try {
      gate.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Too slow. */
  @Delayed(timeoutSeconds = 1)
  public void tooSlow() throws Exception {
    gate.await(60, TimeUnit.SECONDS);
  }

  /** Too slow, and deaf to the interrupt's exception. */
  @Delayed(timeoutSeconds = 1)
  public void tooSlowAndSilent() {
    try {
      gate.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      seen.add("interrupted");
    }
  }

  /** Sees no transaction, but its own start. */
  @Delayed(transaction = JobTransaction.NONE)
  public int withoutTransaction() throws Exception {
    seen.add("transaction: " + transactions.isActive());
    job.afterCommit(() -> seen.add("after"));
    gate.await(60, TimeUnit.SECONDS);
    return 42;
  }

  /** Fails without a transaction. */
  @Delayed(transaction = JobTransaction.NONE)
  public void failWithoutTransaction() {
    throw new IllegalArgumentException("no good");
  }

  /** Has something done after its commit. */
  public void afterCommit() {
    job.afterCommit(() -> seen.add("after, in a transaction: " + transactions.isActive()));
    job.afterCommit(
        () -> {
          throw new IllegalStateException("the cache is gone");
        });
    seen.add("called");
  }

  /** Wants something done after a commit that never comes. */
  public void afterNoCommit() {
    job.afterCommit(() -> seen.add("after"));
    throw new NothingToDoException("already there");
  }

  /** Notes what was carried over. */
  public void carried() {
    seen.add(job.locale() + " " + job.zone() + " " + job.carried("tenant") + " " + Tenants.now());
  }

  /** Notes who called, and what is set after the commit; delays another one first. */
  public void called(boolean again) {
    if (again) {
      another.run();
    }
    seen.add("called by " + job.caller());
    job.afterCommit(() -> seen.add("after, for " + Tenants.now()));
  }

  /** An effect at most once. */
  public void pay(String key) throws Exception {
    seen.add(guard.once(key, () -> seen.add("paid")).name());
  }

  /** An effect that fails on its way. */
  public void payBadly(String key) throws Exception {
    guard.once(
        key,
        () -> {
          throw new IllegalStateException("line cut");
        });
  }
}
