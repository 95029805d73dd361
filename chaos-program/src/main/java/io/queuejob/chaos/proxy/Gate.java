package io.queuejob.chaos.proxy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What every piece passes on its way. */
final class Gate {
  private Mood mood = Mood.CALM;

  synchronized void mood(Mood next) {
    mood = next;
    notifyAll();
  }

  synchronized boolean refuses() {
    return mood.refuses();
  }

  /** Waits while the proxy holds, or for its delay; ends early when nobody needs it any more. */
  void pass(BooleanSupplier over) throws InterruptedException {
    int delay;
    synchronized (this) {
      while (mood.holds() && !over.getAsBoolean()) {
        wait(100);
      }
      delay = mood.delayMillis();
    }
    if (delay > 0) {
      new CountDownLatch(1).await(delay, TimeUnit.MILLISECONDS);
    }
  }
}
