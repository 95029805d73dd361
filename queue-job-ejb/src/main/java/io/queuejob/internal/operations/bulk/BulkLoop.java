package io.queuejob.internal.operations.bulk;

import io.queuejob.internal.port.DatabaseClock;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.JoinedDatabase;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes steps of bulk changes while there are any. It runs wherever an engine does, also where no
 * jobs run: the console carries out what it is asked for, at once. Now and then it looks for what a
 * killed node left, so seldom that an idle node is no busier for it.
 */
public final class BulkLoop implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.bulk");
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final BulkSteps steps;
  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopped;
  private boolean failing;

  public BulkLoop(BulkSteps steps) {
    this.steps = steps;
  }

  /** A loop upon one data source, which is not started. */
  public static BulkLoop upon(
      JoinedDatabase database, DatabaseClock clock, Transactions transactions) {
    return new BulkLoop(new BulkSteps(BulkParts.of(database, clock), transactions));
  }

  /** There may be something to do. */
  public void wake() {
    asked.release();
  }

  @Override
  public void run() {
    try {
      Duration rest = LOOK;
      while (!stopped) {
        if (asked.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
          asked.drainPermits();
        }
        rest = work() ? LOOK : TRY_AGAIN;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  /** Takes steps until there is none; false if that failed. */
  private boolean work() {
    try {
      boolean more = true;
      while (more && !stopped) {
        more = steps.step();
      }
      failing = false;
      return true;
    } catch (Exception e) {
      LOG.log(
          failing ? Level.DEBUG : Level.WARNING,
          "QJ7049 bulk changes do not go on, trying again: {0}",
          e.getMessage());
      failing = true;
      return false;
    }
  }

  /** Takes no further step; waits for the one under way, for a few seconds at most. */
  public void stop() {
    stopped = true;
    wake();
    try {
      if (!ended.await(5, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "QJ7050 a step of a bulk change did not end within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
