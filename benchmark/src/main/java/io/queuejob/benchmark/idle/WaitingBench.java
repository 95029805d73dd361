package io.queuejob.benchmark.idle;

import io.queuejob.benchmark.measure.Heap;
import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Medians;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.table.EngineTable;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Heap of a node, and the time until its first job starts, by how many jobs wait. */
public final class WaitingBench {
  private static final int CHUNK = 1_000_000;
  private static final int WORKERS = 8;
  private static final long LONGEST_SECONDS = 60;

  private final DatabaseLogin login;
  private final EngineTable table;
  private final PrintStream out;

  public WaitingBench(DatabaseLogin login, PrintStream out) {
    this.login = login;
    this.table = new EngineTable(login);
    this.out = out;
  }

  private record Seen(double heapMegabytes, double startMillis) {}

  /** Nodes that start while few, then many, jobs wait, all of which stay where they are. */
  public void measure(Results results, int few, int many, int times) throws Exception {
    start(); // makes the schema, and classes are loaded
    Seen small = with(few, times);
    Seen large = with(many, times);
    table.clear();
    results.figure("heap_growth_mb", large.heapMegabytes - small.heapMegabytes);
    results.figure("startup_ratio", large.startMillis / small.startMillis);
    results.detail("heap_mb", List.of(small.heapMegabytes, large.heapMegabytes));
    results.detail("startup_ms", List.of(small.startMillis, large.startMillis));
    out.printf(
        Locale.ROOT,
        "%d waiting: %.1f MB, first job after %.0f ms; %d waiting: %.1f MB, %.0f ms%n",
        few,
        small.heapMegabytes,
        small.startMillis,
        many,
        large.heapMegabytes,
        large.startMillis);
  }

  private Seen with(int waiting, int times) throws Exception {
    List<Double> heaps = new ArrayList<>();
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      table.clear();
      fill(waiting);
      Seen seen = start();
      heaps.add(seen.heapMegabytes);
      starts.add(seen.startMillis);
    }
    return new Seen(Medians.of(heaps), Medians.of(starts));
  }

  private void fill(int jobs) throws Exception {
    int function = table.function(EffectBean.HOLD);
    table.insertWaiting(function, jobs, CHUNK);
    table.execute("VACUUM ANALYZE queue_job.job");
  }

  private Seen start() throws Exception {
    boolean waits = someWait();
    CountDownLatch started = new CountDownLatch(1);
    long began = System.nanoTime();
    EngineOutside node =
        new EngineOutside(
            login,
            Map.of(
                "queue-job.channels", "root:" + WORKERS + ":paused",
                "queue-job.application", "waiting",
                "queue-job.shutdown-timeout", "1s"));
    try {
      node.bean().whenStarted(nanos -> started.countDown());
      table.goOn();
      if (waits && !started.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "expected a job to start within " + LONGEST_SECONDS + " s, found none");
      }
      double millis = (System.nanoTime() - began) / 1e6;
      return new Seen(Heap.usedMegabytes(), millis);
    } finally {
      table.stopStarting();
      node.close();
    }
  }

  private boolean someWait() throws Exception {
    return table.number("SELECT CASE WHEN to_regclass('queue_job.job') IS NULL THEN 0 ELSE 1 END")
            == 1
        && table.number("SELECT count(*) FROM (SELECT FROM queue_job.job WHERE waits LIMIT 1) j")
            > 0;
  }
}
