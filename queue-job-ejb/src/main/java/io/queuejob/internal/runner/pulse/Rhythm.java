package io.queuejob.internal.runner.pulse;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When the pulse's thread acts: at its beat, at the end of a grace, or when it is poked. */
final class Rhythm {
  private static final long LEAST_GAP_NANOS = 10_000_000L;
  private static final long RETRY_NANOS = 100_000_000L;

  private final long everyNanos;
  private final LongSupplier nanos;
  private long nextBeat;
  private boolean poked;
  private boolean stopped;
  private long lastBeat;

  Rhythm(Duration every, LongSupplier nanos) {
    this.everyNanos = every.toNanos();
    this.nanos = nanos;
    this.nextBeat = nanos.getAsLong();
    this.lastBeat = nextBeat - everyNanos;
  }

  long now() {
    return nanos.getAsLong();
  }

  /** Waits for the next thing to do; false if the loop is to end. */
  synchronized boolean await(Recovery recovery, RunPublisher publisher) {
    while (!stopped) {
      long left = left(recovery, publisher);
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
    poked = false;
    return !stopped;
  }

  /** Nanoseconds until something is to be done; 0 or less if something is. */
  synchronized long left(Recovery recovery, RunPublisher publisher) {
    if (poked) {
      return 0;
    }
    return Math.min(recovery.nextLook(nextBeat), publisher.nextDue(now(), nextBeat)) - now();
  }

  synchronized boolean isBeatDue(Recovery recovery) {
    return recovery.nextLook(nextBeat) - now() <= 0;
  }

  /** A beat is sent now; returns when. */
  synchronized long beating() {
    lastBeat = now();
    nextBeat = lastBeat + everyNanos;
    return lastBeat;
  }

  /** Beats as soon as the least gap between two beats allows. */
  synchronized void beatNow() {
    nextBeat = Math.min(nextBeat, Math.max(now(), lastBeat + LEAST_GAP_NANOS));
    notifyAll();
  }

  /** Acts now, without a beat. */
  synchronized void poke() {
    poked = true;
    notifyAll();
  }

  /** Acts again a little later. */
  synchronized void retryLater() {
    nextBeat = now() + RETRY_NANOS;
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }
}
