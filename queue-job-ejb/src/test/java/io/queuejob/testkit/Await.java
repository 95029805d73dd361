package io.queuejob.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for a condition with a deadline, and fails with what was seen instead. */
public final class Await {
  private static final long STEP_NANOS = 5_000_000L;

  private Await() {}

  /** Waits until a value fits and returns it. */
  public static <T> T until(String what, Duration most, Callable<T> value, Predicate<T> fits)
      throws Exception {
    long deadline = System.nanoTime() + most.toNanos();
    T seen = value.call();
    while (!fits.test(seen)) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(what + ": not within " + most + ", last seen: " + seen);
      }
      LockSupport.parkNanos(STEP_NANOS);
      seen = value.call();
    }
    return seen;
  }
}
