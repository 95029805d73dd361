package io.queuejob.benchmark.latency;

import java.sql.Connection;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a worker of the same process. */
final class MemoryBell implements Bell {
  private static final long MOMENT_MILLIS = 100;

  private final Semaphore rung = new Semaphore(0);

  @Override
  public void beforeCommit(Connection connection) {
    // after the commit is early enough
  }

  @Override
  public void afterCommit() {
    rung.release();
  }

  @Override
  public boolean rings() throws InterruptedException {
    return rung.tryAcquire(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    rung.drainPermits();
  }
}
