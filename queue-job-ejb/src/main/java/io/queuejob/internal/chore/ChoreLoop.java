package io.queuejob.internal.chore;

import io.queuejob.internal.storage.chore.RetentionStep;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Takes the steps of retention when they are due, with a pause after each, and repairs every few
 * minutes.
 */
public final class ChoreLoop implements Runnable {
  private static final System.Logger LOG = System.getLogger("io.queuejob.chore");
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration TRY_AGAIN = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration REPAIR = Duration.ofMinutes(5);

  private final Supplier<RetentionStep> steps;
  private final IntSupplier repair;
  private final Runnable rest;
  private final Duration first;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * A loop that is not started.
   *
   * @param steps takes one step of retention
   * @param repair lets jobs run that were not released; how many
   * @param rest called whenever no step is to be taken for a while
   * @param interval between two runs
   */
  public ChoreLoop(
      Supplier<RetentionStep> steps, IntSupplier repair, Runnable rest, Duration interval) {
    this.steps = steps;
    this.repair = repair;
    this.rest = rest;
    this.first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
  }

  @Override
  public void run() {
    try {
      Duration wait = first;
      Duration unrepaired = Duration.ZERO;
      Duration pause = shorter(wait, REPAIR);
      while (!isStopped(pause)) {
        unrepaired = unrepaired.plus(pause);
        wait = wait.minus(pause);
        if (unrepaired.compareTo(REPAIR) >= 0) {
          unrepaired = Duration.ZERO;
          repair();
        }
        wait = wait.isZero() ? turn() : wait;
        pause = shorter(wait, REPAIR.minus(unrepaired));
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

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Looks for jobs that were not released; there should be none. */
  void repair() {
    try {
      int found = repair.getAsInt();
      if (found > 0) {
        LOG.log(
            Level.WARNING,
            "QJ5304 {0} jobs waited although all their parents were done; they run now. This is a"
                + " defect of the engine, counted in queue_job.defect: please report it",
            String.valueOf(found));
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "QJ5305 the search for jobs that were not released did not end, it comes again in some"
              + " minutes: {0}",
          e.getMessage());
    }
    rest.run();
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
