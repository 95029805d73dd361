package io.queuejob.benchmark.store;

import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Medians;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.testkit.Call;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Storing, one by one against plain inserts, many at once against COPY of equal rows. */
public final class EnqueueBench {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  /** A function that no node has, so that nothing runs meanwhile. */
  private static final int NOBODYS = 999_998;

  private final EngineOutside engine;
  private final PlainTable table;
  private final PrintStream out;

  public EnqueueBench(EngineOutside engine, PlainTable table, PrintStream out) {
    this.engine = engine;
    this.table = table;
    this.out = out;
  }

  /** Transactions of one call each, in turns of so many. */
  public void single(Results results, int turn, int times) throws Exception {
    engine.table().pause();
    List<Double> ratios = new ArrayList<>();
    List<Double> micros = new ArrayList<>();
    for (int i = 0; i <= times; i++) { // the first warms up
      engine.table().clear();
      table.clear();
      double plain = nanos(() -> insert(turn));
      double mine = nanos(() -> delay(turn));
      if (i > 0) {
        ratios.add(plain / mine);
        micros.add(mine / turn / 1_000);
      }
    }
    engine.table().clear();
    engine.table().goOn();
    results.figure("enqueue_single", Medians.of(ratios));
    results.detail("enqueue_single_us", Medians.of(micros));
    out.printf(
        Locale.ROOT,
        "stored one by one: %.0f µs each, %.2f times as fast as plain inserts%n",
        Medians.of(micros),
        Medians.of(ratios));
  }

  /** So many calls as one group, in one transaction, against COPY of the same rows. */
  public void bulk(Results results, int jobs, int times) throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i <= times; i++) { // the first warms up
      engine.table().clear();
      double copied = inTransaction(() -> new CopiedJobs(NOBODYS).into(engine.node(), jobs));
      engine.table().clear();
      double grouped = inTransaction(() -> engine.node().engine().graphs().store(group(jobs)));
      if (i > 0) {
        ratios.add(copied / grouped);
        millis.add(grouped / 1e6);
      }
    }
    engine.table().clear();
    results.figure("enqueue_bulk", Medians.of(ratios));
    results.detail("enqueue_bulk_jobs", jobs);
    results.detail("enqueue_bulk_ms", Medians.of(millis));
    out.printf(
        Locale.ROOT,
        "stored at once: %d jobs in %.0f ms, %.2f times as fast as COPY%n",
        jobs,
        Medians.of(millis),
        Medians.of(ratios));
  }

  /** What is timed. */
  private interface Work {
    void run() throws Exception;
  }

  private static double nanos(Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    return System.nanoTime() - began;
  }

  private double inTransaction(Work work) throws Exception {
    return nanos(
        () ->
            engine
                .node()
                .transactions()
                .inNew(
                    TIMEOUT,
                    () -> {
                      work.run();
                      return null;
                    }));
  }

  private void insert(int jobs) throws Exception {
    for (int i = 0; i < jobs; i++) {
      PlainTable.store(engine.node().dataSource(), String.valueOf(i));
    }
  }

  private void delay(int jobs) {
    for (int i = 0; i < jobs; i++) {
      engine.node().delay(Call.of(EffectBean.class, "write", String.valueOf(i)));
    }
  }

  private GraphRequest group(int jobs) {
    List<GraphRequest.Entry> entries = new ArrayList<>();
    Instant now = engine.node().engine().clock().now();
    for (int i = 0; i < jobs; i++) {
      JobRequest request =
          new JobRequest(
              JobRequest.uuidAt(now),
              "nobodys",
              ChannelPath.ROOT,
              new JobRequest.Schedule(10, now, null, 5, 0),
              CopiedJobs.description(i),
              null,
              null,
              new JobRequest.Payload(CopiedJobs.arguments(i), null));
      entries.add(GraphRequest.Entry.of(request, NOBODYS));
    }
    return new GraphRequest(entries, List.of());
  }
}
