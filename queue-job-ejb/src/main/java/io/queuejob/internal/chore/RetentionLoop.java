package io.queuejob.internal.chore;

import io.queuejob.internal.storage.chore.RetentionStep;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes the steps of retention when they are due, with a pause after each. */
public final class RetentionLoop implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.chore");
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Supplier<RetentionStep> steps;
  private final Runnable rest;
  private final Duration first;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * A loop that is not started.
   *
   * @param steps takes one step
   * @param rest called whenever no step is to be taken for a while
   * @param interval between two runs
   */
  public RetentionLoop(Supplier<RetentionStep> steps, Runnable rest, Duration interval) {
    this.steps = steps;
    this.rest = rest;
    this.first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
  }

  @Override
  public void run() {
    try {
      Duration wait = first;
      while (!isStopped(wait)) {
        wait = turn();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      rest.run();
      ended.countDown();
    }
  }

  private boolean isStopped(Duration wait) throws InterruptedException {
    return stop.await(wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Takes one step; how long to wait for the next. */
  Duration turn() {
    try {
      return after(steps.get());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "QJ5301 jobs could not be removed after their retention, trying again in a minute: {0}",
          e.getMessage());
      rest.run();
      return TRY_AGAIN;
    }
  }

  private Duration after(RetentionStep step) {
    switch (step.kind()) {
      case WALKED -> {
        return PAUSE;
      }
      case ENDED -> {
        LOG.log(
            Level.INFO,
            "QJ5302 retention removed {0} jobs in {1} s",
            String.valueOf(step.removed()),
            String.valueOf(step.time().toSeconds()));
        return PAUSE;
      }
      case BUSY -> {
        rest.run();
        return TRY_AGAIN;
      }
      default -> {
        rest.run();
        return step.time().compareTo(LONGEST) < 0 ? step.time() : LONGEST;
      }
    }
  }

  /** Takes no further step; waits for the one that is under way, for a few seconds at most. */
  public void stop() {
    stop.countDown();
    try {
      if (!ended.await(5, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "QJ5303 a step of retention did not end within 5 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
