package io.queuejob.benchmark.latency;

import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.testkit.EngineHarness;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Latencies of the engine and of plain JDBC, in turn. */
public final class LatencyBench {

  /** Calls of one before it is the other's turn. */
  private static final int TURN = 50;

  private final DatabaseLogin login;
  private final PlainTable table;
  private final EngineOutside engine;
  private final PrintStream out;

  public LatencyBench(
      DatabaseLogin login, PlainTable table, EngineOutside engine, PrintStream out) {
    this.login = login;
    this.table = table;
    this.engine = engine;
    this.out = out;
  }

  /** On the node that stores the job, against plain JDBC woken in memory. */
  public void atRest(Results results, int warmUp, int calls) throws Exception {
    empty();
    try (Calls mine = new EngineCalls(engine.node(), engine);
        Calls plain = new PlainCalls(pool(), new MemoryBell())) {
      Pair pair = inTurn(mine, plain, warmUp, calls);
      results.figure("latency_p50_ms", pair.engine.at(50));
      results.figure("latency_p99_ms", pair.engine.at(99));
      tell(results, "latency_rest", pair, calls);
    }
  }

  /** Stored by one node, run by another, against plain JDBC woken by NOTIFY. */
  public void otherNode(Results results, int warmUp, int calls) throws Exception {
    empty();
    try (EngineHarness storing = EngineOutside.storingOnly(login);
        Calls mine = new EngineCalls(storing, engine);
        Calls plain = new PlainCalls(pool(), new NotifyBell(login))) {
      Pair pair = inTurn(mine, plain, warmUp, calls);
      results.figure("latency_other_node_p50_ms", pair.engine.at(50));
      results.figure("latency_other_node_p99_ms", pair.engine.at(99));
      tell(results, "latency_other_node", pair, calls);
    }
  }

  /** Under arrivals at half of full load, for so long, which do not wait for one another. */
  public void halfLoad(Results results, int fullLoadCalls, double seconds) throws Exception {
    empty();
    Arrivals.most(engine, fullLoadCalls);
    double rate = Arrivals.most(engine, fullLoadCalls);
    int calls = Math.max(1, (int) (rate / 2 * seconds));
    Percentiles seen = new Arrivals(engine, rate / 2).run(calls);
    results.figure("latency_half_load_p50_ms", seen.at(50));
    results.figure("latency_half_load_p99_ms", seen.at(99));
    results.figure("latency_half_load_p999_ms", seen.at(99.9));
    results.figure("latency_half_load_p99_ratio", seen.at(99) / results.figure("latency_p99_ms"));
    results.detail("latency_half_load_per_s", rate / 2);
    results.detail("latency_half_load_engine_ms", seen.shown());
    out.printf(
        Locale.ROOT,
        "latency at %.0f calls/s: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
        rate / 2,
        seen.at(50),
        seen.at(99),
        seen.at(99.9));
  }

  private record Pair(Percentiles engine, Percentiles plain) {}

  private DataSource pool() {
    return engine.node().dataSource();
  }

  private void empty() throws Exception {
    engine.table().clear();
    table.clear();
  }

  private static Pair inTurn(Calls engine, Calls plain, int warmUp, int calls) throws Exception {
    measure(engine, warmUp);
    measure(plain, warmUp);
    List<Double> engines = new ArrayList<>();
    List<Double> plains = new ArrayList<>();
    for (int done = 0; done < calls; done += TURN) {
      int turn = Math.min(TURN, calls - done);
      engines.addAll(measure(engine, turn));
      plains.addAll(measure(plain, turn));
    }
    return new Pair(Percentiles.of(engines), Percentiles.of(plains));
  }

  private static List<Double> measure(Calls calls, int number) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      millis.add(calls.millis());
    }
    return millis;
  }

  private void tell(Results results, String name, Pair pair, int calls) {
    results.figure(name + "_p50_ratio", pair.engine.at(50) / pair.plain.at(50));
    results.figure(name + "_p99_ratio", pair.engine.at(99) / pair.plain.at(99));
    results.detail(name + "_calls", calls);
    results.detail(name + "_engine_ms", pair.engine.shown());
    results.detail(name + "_plain_jdbc_ms", pair.plain.shown());
    out.printf(
        Locale.ROOT,
        "%s, %d calls: engine p50 %.2f ms, p99 %.2f ms; plain JDBC p50 %.2f ms, p99 %.2f ms%n",
        name.replace('_', ' '),
        calls,
        pair.engine.at(50),
        pair.engine.at(99),
        pair.plain.at(50),
        pair.plain.at(99));
  }
}
