package io.queuejob.benchmark.outside;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.table.PlainJdbc;
import java.io.PrintStream;
import java.util.List;

/** The engine outside a server against plain JDBC, and its latency at rest. */
public final class CoreBench {

  private final EngineOutside engine;
  private final PlainJdbc plain;
  private final Rounds rounds;
  private final PrintStream out;

  public CoreBench(EngineOutside engine, PlainJdbc plain, Rounds rounds, PrintStream out) {
    this.engine = engine;
    this.plain = plain;
    this.rounds = rounds;
    this.out = out;
  }

  /** As many jobs as plain JDBC runs in so many seconds, in thousands. */
  public int jobsFor(double seconds) throws Exception {
    rounds.round(plain, 2_000);
    double rate = rounds.round(plain, 8_000);
    return (int) Math.max(5, Math.min(60, Math.round(rate * seconds / 1_000))) * 1_000;
  }

  public void drain(Results results, int jobs, int times) throws Exception {
    out.println("drain outside a server, " + jobs + " jobs a round");
    Rounds.Rates rates = rounds.run(List.of(plain, engine), jobs, times);
    results.figure("drain_core", rates.ratio(engine.name(), plain.name()));
    results.detail("jobs", jobs);
    results.detail("core_plain_jdbc_per_s", Rounds.list(rates.byName().get(plain.name())));
    results.detail("core_engine_per_s", Rounds.list(rates.byName().get(engine.name())));
  }

  /** Small jobs with a commit each against up to 50 to a commit, in turn. */
  public void shared(Results results, int jobs, int times) throws Exception {
    out.println("shared transactions outside a server, " + jobs + " jobs a round");
    Contestant sharing = engine.sharing();
    Rounds.Rates rates = rounds.run(List.of(engine, sharing), jobs, times);
    results.figure("shared_ratio", rates.ratio(sharing.name(), engine.name()));
    results.detail("shared_jobs", jobs);
    results.detail("shared_per_s", Rounds.list(rates.byName().get(sharing.name())));
    results.detail("not_shared_per_s", Rounds.list(rates.byName().get(engine.name())));
  }

  public void latency(Results results, int warmUp, int calls) throws InterruptedException {
    out.println("latency at rest outside a server, " + calls + " calls");
    Latency.Measured measured = new Latency(engine).measure(warmUp, calls);
    results.figure("latency_p50_ms", measured.percentile(50));
    results.figure("latency_p99_ms", measured.percentile(99));
    results.detail("latency_calls", calls);
    results.detail("latency_max_ms", measured.percentile(100));
  }
}
