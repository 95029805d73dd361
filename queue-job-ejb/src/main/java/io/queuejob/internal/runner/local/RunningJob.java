package io.queuejob.internal.runner.local;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.RunControl;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A job that runs on this node, and what the outside wants of it. */
public final class RunningJob implements RunControl {
  private final ClaimedJob job;
  private final long startedNanos;
  private final boolean apart;
  private final Reports reports;
  private volatile boolean cancelRequested;
  private volatile boolean timedOut;
  private final CountDownLatch abandoned = new CountDownLatch(1);
  private Thread thread;
  private volatile boolean published;
  private volatile boolean returned;

  private List<Slots.Slot> slots;

  RunningJob(ClaimedQueue.Entry entry, LongSupplier nanos, List<Slots.Slot> slots) {
    this.job = entry.job();
    this.apart = entry.apart();
    this.startedNanos = nanos.getAsLong();
    this.reports = new Reports(nanos);
    this.slots = slots;
  }

  /** The slots that it uses, along its path; changed under the dispatcher's lock alone. */
  List<Slots.Slot> slots() {
    return slots;
  }

  void use(List<Slots.Slot> others) {
    slots = others;
  }

  /** Of two suspects, one of which a node died with for sure, only one runs at a time. */
  static boolean mayRunBeside(Collection<RunningJob> running, ClaimedJob job) {
    return !job.isSuspect()
        || running.stream()
            .map(RunningJob::job)
            .noneMatch(r -> r.isSuspect() && (r.isIsolated() || job.isIsolated()));
  }

  /** Whether it must have a transaction of its own. */
  boolean apart() {
    return apart;
  }

  /** The claimed job. */
  public ClaimedJob job() {
    return job;
  }

  /** When it started, by the monotonic clock. */
  public long startedNanos() {
    return startedNanos;
  }

  /** Whether its run is shown to others. */
  public boolean isPublished() {
    return published;
  }

  @Override
  public void shown() {
    published = true;
  }

  /** The worker's thread takes the run up. */
  synchronized void begin() {
    Thread.interrupted(); // what an earlier run left behind is not meant for this one
    thread = Thread.currentThread();
  }

  @Override
  public void returned() {
    returned = true;
    end();
  }

  /** The worker's thread is done with the run; a late interrupt must not hit what follows. */
  synchronized void end() {
    thread = null;
    Thread.interrupted();
  }

  /** It could not be shown after all. */
  public void notShown() {
    published = false;
  }

  /** Whether it runs too long for its function, and was interrupted for it. */
  @Override
  public boolean timedOut() {
    return timedOut;
  }

  /** By when it must have ended, by the monotonic clock; further off than any clock for never. */
  public long nanosLeft(long nowNanos) {
    return job.timeoutSeconds() == 0 || timedOut || returned
        ? Long.MAX_VALUE
        : startedNanos + job.timeoutSeconds() * 1_000_000_000L - nowNanos;
  }

  /** It ran too long. */
  public synchronized void timeOut() {
    if (thread != null) {
      timedOut = true;
      thread.interrupt();
    }
  }

  /** What it says of itself. */
  public Reports reports() {
    return reports;
  }

  @Override
  public void report(Progress progress) {
    reports.put(progress);
  }

  @Override
  public void report(String line) {
    reports.add(line);
  }

  void requestCancel() {
    cancelRequested = true;
  }

  /** The node lost the job: its run cannot commit and is asked to stop. */
  public synchronized void abandon() {
    abandoned.countDown();
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean cancelRequested() {
    return cancelRequested || isAbandoned();
  }

  @Override
  public boolean isAbandoned() {
    return abandoned.getCount() == 0;
  }

  @Override
  public boolean awaitAbandoned(Duration most) {
    try {
      return abandoned.await(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
