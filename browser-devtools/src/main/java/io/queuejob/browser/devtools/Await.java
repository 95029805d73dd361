package io.queuejob.browser.devtools;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what will be true soon. */
public final class Await {
  private static final long POLL_NANOS = 40_000_000;

  private Await() {}

  /** What is waited for. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it is so; a failure to ask fails the wait. */
    boolean holds() throws Exception;
  }

  /**
   * Returns as soon as the condition holds.
   *
   * @param seen what there is instead, for the message
   * @throws AssertionError if it does not in time
   */
  public static void until(Duration limit, Condition condition, Supplier<String> seen) {
    long end = System.nanoTime() + limit.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + limit + ": " + seen.get());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
