package io.queuejob.benchmark.soak;

import io.queuejob.benchmark.latency.Arrivals;
import io.queuejob.benchmark.latency.Percentiles;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Medians;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Half load, minute by minute. */
public final class Soak {
  private static final int WORKERS = 8;
  private static final String RETENTION = "15s";

  /** Thirds of fewer minutes than this would compare a minute with itself. */
  private static final int SHORTEST = 3;

  /** Growth that is still called flat: the last third of the minutes to the second. */
  private static final double FLAT = 1.25;

  private final DatabaseLogin login;
  private final Rounds.Checkpoint checkpoint;
  private final PrintStream out;

  public Soak(DatabaseLogin login, Rounds.Checkpoint checkpoint, PrintStream out) {
    this.login = login;
    this.checkpoint = checkpoint;
    this.out = out;
  }

  /**
   * How long.
   *
   * @param minutes how many samples
   * @param secondsEach how long each lasts: 60, but in tests
   * @param jobs that tell the full load
   */
  public record Length(int minutes, double secondsEach, int jobs) {}

  public void run(Results results, Length length) throws Exception {
    Ledger ledger = new Ledger(login);
    ledger.create();
    try (EngineOutside engine =
        new EngineOutside(
            login,
            Map.of(
                "queue-job.channels",
                "root:" + WORKERS + ":retention_days=0",
                "queue-job.retention-interval",
                RETENTION))) {
      ledger.clear();
      checkpoint.write();
      Arrivals.most(engine, length.jobs);
      double rate = Arrivals.most(engine, length.jobs) / 2;
      int calls = (int) Math.max(1, rate * length.secondsEach);
      out.printf(Locale.ROOT, "%.0f calls/s%n", rate);
      List<Minute> minutes = new ArrayList<>();
      for (int i = 1; i <= length.minutes; i++) {
        ledger.clear();
        minutes.add(minute(engine, ledger, new Arrivals(engine, rate), calls));
        show(i, minutes.get(i - 1));
      }
      tell(results, minutes);
    }
  }

  private static Minute minute(EngineOutside engine, Ledger ledger, Arrivals arrivals, int calls)
      throws Exception {
    try (DeadRows dead = new DeadRows(engine.table())) {
      Percentiles seen = arrivals.run(calls);
      ledger.seconds(calls, "SELECT max(at) FROM ledger");
      return Minute.seen(seen, engine.table(), dead.most());
    }
  }

  private void show(int number, Minute minute) {
    out.printf(
        Locale.ROOT,
        "  minute %3d: p99 %8.2f ms, table %7.1f MB, indexes %7.1f MB, %8.0f dead rows,"
            + " heap %6.1f MB%n",
        number,
        minute.p99Millis(),
        minute.tableMegabytes(),
        minute.indexMegabytes(),
        minute.deadRows(),
        minute.heapMegabytes());
  }

  private void tell(Results results, List<Minute> minutes) {
    tell(results, "p99_ms", minutes, Minute::p99Millis);
    tell(results, "table_mb", minutes, Minute::tableMegabytes);
    tell(results, "indexes_mb", minutes, Minute::indexMegabytes);
    tell(results, "dead_rows", minutes, Minute::deadRows);
    tell(results, "heap_mb", minutes, Minute::heapMegabytes);
  }

  /** The first third fills what is to stay; then the second is compared with the last. */
  private void tell(
      Results results, String name, List<Minute> minutes, ToDoubleFunction<Minute> figure) {
    List<Double> all = minutes.stream().map(figure::applyAsDouble).toList();
    results.detail("soak_" + name, all);
    if (all.size() < SHORTEST) {
      out.println(name + ": too few minutes to tell whether it is flat");
      return;
    }
    int third = all.size() / 3;
    double earlier = Medians.of(all.subList(third, 2 * third));
    double later = Medians.of(all.subList(2 * third, all.size()));
    double growth = later / Math.max(earlier, 1e-9);
    results.figure("soak_" + name + "_growth", growth);
    out.printf(
        Locale.ROOT, "%s: %.2f times, %s%n", name, growth, growth <= FLAT ? "flat" : "not flat");
  }
}
