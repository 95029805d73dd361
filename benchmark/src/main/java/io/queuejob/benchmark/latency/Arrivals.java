package io.queuejob.benchmark.latency;

import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.testkit.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls that come at random instants, whether or not those before have been answered. Each is
 * measured from the instant at which it was due, so that one that could not be made in time counts
 * as late.
 */
public final class Arrivals {
  private static final int CALLERS = 8;
  private static final long SEED = 17;

  private final EngineOutside engine;
  private final double perSecond;

  /** Arrivals of so many calls a second on average. */
  public Arrivals(EngineOutside engine, double perSecond) {
    this.engine = engine;
    this.perSecond = perSecond;
  }

  /**
   * Full load: the calls per second that can be stored and run at the same time, on the processors
   * that both share. The rate of a drain is no measure of it, since nobody stores during one.
   */
  public static double most(EngineOutside engine, int calls) throws Exception {
    double lastMillis = new Arrivals(engine, Double.POSITIVE_INFINITY).run(calls).at(100);
    return calls / lastMillis * 1_000;
  }

  /** Makes so many calls and waits until all have run; from due to started. */
  public Percentiles run(int calls) throws Exception {
    Queue<Double> millis = new ConcurrentLinkedQueue<>();
    engine.bean().whenArrived((due, started) -> millis.add((started - due) / 1e6));
    long[] due = instants(calls);
    AtomicInteger next = new AtomicInteger();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        all.add(callers.submit(() -> call(due, next)));
      }
      for (Future<?> one : all) {
        one.get();
      }
      engine.table().awaitDone();
    } finally {
      callers.shutdownNow();
      engine.bean().whenArrived((d, s) -> {});
    }
    if (millis.size() != calls) {
      throw new IllegalStateException(
          "expected %d jobs to run once each, found %d runs".formatted(calls, millis.size()));
    }
    return Percentiles.of(millis);
  }

  private long[] instants(int calls) {
    Random random = new Random(SEED);
    long[] due = new long[calls];
    double at = System.nanoTime() + 100e6;
    for (int i = 0; i < calls; i++) {
      at += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
      due[i] = (long) at;
    }
    return due;
  }

  private void call(long[] due, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < due.length; i = next.getAndIncrement()) {
      for (long left = due[i] - System.nanoTime(); left > 0; left = due[i] - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      engine.node().delay(Call.of(EffectBean.class, "arrive", String.valueOf(i + 1), due[i]));
    }
  }
}
