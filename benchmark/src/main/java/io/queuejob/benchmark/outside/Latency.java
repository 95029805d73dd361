package io.queuejob.benchmark.outside;

import io.queuejob.testkit.Call;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Latency at rest: from the begin of the call that stores a job to the start of its method, one
 * call at a time, each after the end of the job before.
 */
public final class Latency {

  private static final long LONGEST_SECONDS = 30;

  private final EngineOutside engine;

  public Latency(EngineOutside engine) {
    this.engine = engine;
  }

  /**
   * What was measured.
   *
   * @param sortedMillis all latencies, ascending
   */
  public record Measured(double[] sortedMillis) {

    double percentile(double percent) {
      int rank = (int) Math.ceil(percent / 100 * sortedMillis.length);
      return sortedMillis[Math.max(0, rank - 1)];
    }
  }

  public Measured measure(int warmUp, int calls) throws InterruptedException {
    BlockingQueue<Long> starts = new LinkedBlockingQueue<>();
    engine
        .bean()
        .whenStarted(nanos -> engine.node().transactions().afterCommit(() -> starts.add(nanos)));
    double[] millis = new double[calls];
    for (int i = -warmUp; i < calls; i++) {
      long called = System.nanoTime();
      engine.node().delay(Call.of(EffectBean.class, "tell"));
      Long started = starts.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (started == null) {
        throw new IllegalStateException(
            "expected call " + i + " to start within " + LONGEST_SECONDS + " s");
      }
      if (i >= 0) {
        millis[i] = (started - called) / 1e6;
      }
    }
    Arrays.sort(millis);
    return new Measured(millis);
  }
}
