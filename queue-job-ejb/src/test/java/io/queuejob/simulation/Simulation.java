package io.queuejob.simulation;

import io.queuejob.simulation.chance.Sometimes;
import io.queuejob.simulation.rows.Twin;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Plays histories of consecutive seeds, by several threads, until one fails. */
final class Simulation {
  private static final int THREADS = 2;

  private final Twin twin;

  Simulation(Twin twin) {
    this.twin = twin;
  }

  /**
   * What came of it.
   *
   * @param first seed of the first history
   * @param played how many
   * @param nanos how long it took
   * @param reached how often each rare path was reached
   * @param failed the scenario that failed, shrunk; null if none did
   */
  record Report(
      long first, int played, long nanos, Map<Sometimes, Integer> reached, Shrunk failed) {

    Optional<String> failure() {
      return Optional.ofNullable(failed).map(Shrunk::toString);
    }

    @Override
    public String toString() {
      return "simulation: histories=%d seconds=%.1f seed=%d sometimes=%s"
          .formatted(played, nanos / 1e9, first, reached);
    }
  }

  Report run(long first, int histories) {
    long begun = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Scenario> failed = new AtomicReference<>();
    Map<Sometimes, Integer> reached = new EnumMap<>(Sometimes.class);
    try (QuietLogs quiet = new QuietLogs()) {
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Thread thread =
            new Thread(
                () -> {
                  for (int n = next.getAndIncrement();
                      n < histories && failed.get() == null;
                      n = next.getAndIncrement()) {
                    play(Scenario.of(first + n, twin), failed, reached);
                  }
                });
        thread.start();
        threads.add(thread);
      }
      join(threads);
      Scenario found = failed.get();
      return new Report(
          first,
          Math.min(next.get(), histories),
          System.nanoTime() - begun,
          reached,
          found == null ? null : Shrunk.of(found));
    }
  }

  private static void play(
      Scenario scenario, AtomicReference<Scenario> failed, Map<Sometimes, Integer> reached) {
    History.Result result;
    try {
      result = new History(scenario, null).play();
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
      failed.compareAndSet(null, scenario);
      return;
    }
    synchronized (reached) {
      result.reached().forEach((path, times) -> reached.merge(path, times, Integer::sum));
    }
    if (result.violation() != null) {
      failed.compareAndSet(null, scenario);
    }
  }

  private static void join(List<Thread> threads) {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
