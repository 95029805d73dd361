package io.queuejob.benchmark.outside;

import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Rates;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.table.PlainJdbc;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The engine outside a server against plain JDBC. */
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

  /**
   * Runs the engine until its rates no longer rise, at most so many times: a server runs for days,
   * a round for a second.
   */
  public void warmUp(int jobs, int most) throws Exception {
    Contestant sharing = engine.sharing();
    Plateau own = new Plateau();
    Plateau shared = new Plateau();
    for (int i = 0; i < most && !(own.isReached() && shared.isReached()); i++) {
      own.add(rounds.round(engine, jobs));
      shared.add(rounds.round(sharing, jobs));
      out.printf(Locale.ROOT, "  warm-up  %8.0f own, %8.0f shared%n", own.last(), shared.last());
    }
  }

  public void drain(Results results, int jobs, int times) throws Exception {
    drain(results, "", jobs, times);
  }

  /** Plain JDBC, the engine, and the engine with up to 50 jobs to a commit, in turn. */
  public void drain(Results results, String suffix, int jobs, int times) throws Exception {
    out.println("drain outside a server, " + jobs + " jobs a round");
    Contestant sharing = engine.sharing();
    Rates rates = rounds.run(List.of(plain, engine, sharing), jobs, times);
    results.figure("drain_core" + suffix, rates.ratio(engine.name(), plain.name()));
    results.figure("drain_core" + suffix + "_cpu", rates.cpuRatio(engine.name(), plain.name()));
    results.figure("drain_shared" + suffix, rates.ratio(sharing.name(), plain.name()));
    results.figure("drain_shared" + suffix + "_cpu", rates.cpuRatio(sharing.name(), plain.name()));
    results.figure("shared_ratio" + suffix, rates.ratio(sharing.name(), engine.name()));
    results.detail("jobs" + suffix, jobs);
    rates.detail(results, "core" + suffix);
  }
}
