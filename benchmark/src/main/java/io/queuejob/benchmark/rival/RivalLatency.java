package io.queuejob.benchmark.rival;

import io.queuejob.benchmark.latency.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A rival's latency at rest: from the begin of the call that stores a job to the start of the job,
 * one call at a time. Calls come at random moments of its poll interval, and not before the job in
 * front has been completed.
 */
final class RivalLatency {

  private static final long LONGEST_SECONDS = 60;
  private static final long COMPLETION_NANOS = 20_000_000L;

  private final Rival rival;

  /** The same moments in every run. */
  private final Random moments = new Random(17);

  RivalLatency(Rival rival) {
    this.rival = rival;
  }

  Percentiles measure(int warmUp, int calls) throws Exception {
    BlockingQueue<Long> starts = new LinkedBlockingQueue<>();
    rival.clear();
    rival.effect().whenStarted(starts::add);
    rival.resume();
    List<Double> millis = new ArrayList<>();
    try {
      for (int i = -warmUp; i < calls; i++) {
        LockSupport.parkNanos(
            COMPLETION_NANOS + (long) (moments.nextDouble() * rival.pollInterval().toNanos()));
        long called = System.nanoTime();
        rival.enqueue("latency " + i);
        Long started = starts.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (started == null) {
          throw new IllegalStateException(
              "expected %s to start call %d within %d s"
                  .formatted(rival.name(), i, LONGEST_SECONDS));
        }
        if (i >= 0) {
          millis.add((started - called) / 1e6);
        }
      }
    } finally {
      rival.effect().whenStarted(nanos -> {});
      rival.pause();
    }
    return Percentiles.of(millis);
  }
}
