package io.queuejob.benchmark.backlog;

import io.queuejob.benchmark.outside.EffectBean;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Medians;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.schema.plan.HotStatement;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Drains from a table with many rows against drains from an empty one, in turn. */
public final class BigTable implements AutoCloseable {
  private static final int CHUNK = 1_000_000;

  /** A number that no function has: a method that this application's nodes lack. */
  private static final int RESTING_OUT_OF = 1_000;

  private static final int LACKING = 999_997;

  private static final String FOREIGN =
      "INSERT INTO queue_job.function (application, name)"
          + " VALUES ('another', 'another.Bean.method(String)') RETURNING id";

  private final DatabaseLogin login;
  private final EngineOutside engine;
  private final Rounds bigRounds;
  private final PrintStream out;

  /**
   * An engine on a database of its own.
   *
   * @param login to an empty database
   */
  public BigTable(DatabaseLogin login, int workers, Rounds.Checkpoint checkpoint, PrintStream out)
      throws Exception {
    this.login = login;
    this.engine = new EngineOutside(login, workers);
    Ledger ledger = new Ledger(login);
    ledger.create();
    this.bigRounds = new Rounds(ledger, checkpoint, out);
    this.out = out;
  }

  /** How many rows. */
  public record Size(int waiting, int done) {}

  /** Fills the table: first with waiting jobs that this node lacks. */
  public void fill(Size size) throws Exception {
    long began = System.nanoTime();
    engine.table().insertDone(engine.number(EffectBean.WRITE), size.done, CHUNK);
    engine.table().insertResting(engine.number(EffectBean.WRITE), 1 + size.done / RESTING_OUT_OF);
    engine.table().insertWaiting(LACKING, size.waiting, CHUNK);
    engine.table().execute("VACUUM ANALYZE queue_job.job");
    out.printf(
        Locale.ROOT,
        "filled with %d waiting and %d done in %.0f s%n",
        size.waiting,
        size.done,
        (System.nanoTime() - began) / 1e9);
  }

  /**
   * All three: waiting jobs of a method that the node lacks, of another application, and its own.
   *
   * @param empty the engine on an empty table, with its rounds
   */
  public void measure(Results results, Empty empty, int jobs, int times) throws Exception {
    Beside beside = new Beside(engine, "engine, jobs it lacks beside");
    results.figure("backlog_lacking", ratio(empty, beside, jobs, times));
    engine.table().waitingBecome((int) engine.table().number(FOREIGN));
    beside = new Beside(engine, "engine, foreign jobs beside");
    results.figure("backlog_foreign", ratio(empty, beside, jobs, times));
    engine.table().pause();
    int own = engine.number(EffectBean.WRITE);
    engine.table().waitingBecome(own);
    long first = engine.table().number("SELECT min(id) FROM queue_job.job WHERE waits");
    new PlansBench(login, out).look(results, new HotStatement.Sample(own, "root", first));
    OutOfMany many = new OutOfMany(engine);
    results.figure("backlog", ratio(empty, many, jobs, times));
  }

  /**
   * The engine on an empty table.
   *
   * @param engine which one
   * @param rounds on its database
   */
  public record Empty(EngineOutside engine, Rounds rounds) {}

  private double ratio(Empty empty, Contestant big, int jobs, int times) throws Exception {
    out.println(big.name() + ", against an empty table, " + jobs + " jobs a round");
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i <= times; i++) { // the first warms up
      double small = empty.rounds.round(empty.engine, jobs);
      double large = bigRounds.round(big, jobs);
      out.printf(Locale.ROOT, "  %8.0f jobs/s from empty, %8.0f jobs/s%n", small, large);
      if (i > 0) {
        ratios.add(large / small);
      }
    }
    return Medians.of(ratios);
  }

  @Override
  public void close() {
    engine.close();
  }
}
