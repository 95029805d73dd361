package io.queuejob.benchmark.latency;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Calls one at a time, each after the end of the job before. */
abstract class Calls implements AutoCloseable {
  private static final long LONGEST_SECONDS = 30;

  private final BlockingQueue<Long> starts = new LinkedBlockingQueue<>();

  /** Stores a job in a transaction of its own, and wakes who runs it. */
  abstract void call() throws Exception;

  /** A job is over that started at this instant of the monotonic clock. */
  final void over(long started) {
    starts.add(started);
  }

  /** Milliseconds from the begin of a call to the start of its job. */
  final double millis() throws Exception {
    long called = System.nanoTime();
    call();
    Long started = starts.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (started == null) {
      throw new IllegalStateException(
          "expected the job to start within " + LONGEST_SECONDS + " s, found it waiting");
    }
    return (started - called) / 1e6;
  }

  @Override
  public abstract void close();
}
