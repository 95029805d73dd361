package io.queuejob.internal.runner;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What the runner's thread waits for. */
final class Mail {
  private final LongSupplier nanos;
  private boolean woken;
  private boolean slotsChanged;
  private boolean stopped;

  Mail(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  synchronized void slotsChanged() {
    slotsChanged = true;
    wake();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /** Whether slots changed since the last question. */
  synchronized boolean takeSlotsChanged() {
    boolean taken = slotsChanged;
    slotsChanged = false;
    return taken;
  }

  /** Whether somebody woke it and no wait has ended since. */
  synchronized boolean isWoken() {
    return woken;
  }

  /** Waits to be woken, at most so long; false if the loop is to end. */
  synchronized boolean await(Duration most) {
    long deadline = nanos.getAsLong() + most.toNanos();
    while (!woken && !stopped) {
      long left = deadline - nanos.getAsLong();
      if (left <= 0) {
        break;
      }
      try {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
    woken = false;
    return !stopped;
  }
}
