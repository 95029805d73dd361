package io.queuejob.internal.runner.local;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.RunControl;

/** A job that runs on this node, and what the outside wants of it. */
public final class RunningJob implements RunControl {
  private final ClaimedJob job;
  private final long startedNanos;
  private volatile boolean cancelRequested;
  private volatile boolean abandoned;
  private Thread thread;
  private boolean published;

  RunningJob(ClaimedJob job, long startedNanos) {
    this.job = job;
    this.startedNanos = startedNanos;
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

  /** Its run is shown to others. */
  public void published() {
    published = true;
  }

  /** The worker's thread takes the run up. */
  synchronized void begin() {
    thread = Thread.currentThread();
  }

  /** The worker's thread is done with the run; a late interrupt must not hit what follows. */
  synchronized void end() {
    thread = null;
    if (abandoned) {
      Thread.interrupted();
    }
  }

  void requestCancel() {
    cancelRequested = true;
  }

  /** The node lost the job: its run cannot commit and is asked to stop. */
  synchronized void abandon() {
    abandoned = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public boolean cancelRequested() {
    return cancelRequested || abandoned;
  }

  @Override
  public boolean isAbandoned() {
    return abandoned;
  }
}
