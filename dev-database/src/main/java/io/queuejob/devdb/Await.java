package io.queuejob.devdb;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Waits for conditions of other processes, which cannot call back, by asking again until a
 * deadline.
 */
final class Await {

  private static final long PAUSE_MILLIS = 20;

  private Await() {}

  /** Whether the condition became true before the limit; asked at least once. */
  static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      boolean never = new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      assert !never;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DevDatabaseException("interrupted while waiting for PostgreSQL", e);
    }
  }
}
