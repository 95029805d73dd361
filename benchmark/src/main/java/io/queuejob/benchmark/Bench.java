package io.queuejob.benchmark;

import io.queuejob.benchmark.outside.CoreBench;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.outside.GraphBench;
import io.queuejob.benchmark.run.BenchDatabase;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.server.ServerBench;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** The benchmark's entry: {@code quick} is the only run that there is. */
public final class Bench {

  private static final int WORKERS = 8;
  private static final int ROUNDS = 3;
  private static final double ROUND_SECONDS = 5;

  private Bench() {}

  /** Runs; exit code 0, 1 after an error, 2 for a wrong argument. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] args) throws Exception {
    if (args.length != 1 || !args[0].equals("quick")) {
      System.err.println(
          "bench: expected the word quick, found '"
              + String.join(" ", args)
              + "'; usage: ./bench quick");
      System.exit(2);
    }
    Path folder = Path.of(System.getProperty("queue-job.bench.folder", "benchmark/target"));
    Results results = quick(folder, System.out);
    results.write(folder.resolve("results.json"));
    System.out.print(results.json());
    System.exit(0);
  }

  private static Results quick(Path folder, PrintStream out) throws Exception {
    Results results = new Results();
    long began = System.nanoTime();
    try (BenchDatabase database = BenchDatabase.open(folder.resolve("bench"))) {
      DatabaseLogin login = database.login();
      try (EngineOutside engine = new EngineOutside(login, WORKERS)) {
        Ledger ledger = new Ledger(login);
        ledger.create();
        PlainTable table = new PlainTable(login);
        table.create();
        PlainJdbc plain = new PlainJdbc(table, engine.node().dataSource(), WORKERS);
        Rounds rounds = new Rounds(ledger, database::checkpoint, out);
        CoreBench core = new CoreBench(engine, plain, rounds, out);
        int jobs = core.jobsFor(ROUND_SECONDS);
        core.drain(results, jobs, ROUNDS);
        core.latency(results, 200, 500);
        new GraphBench(engine.node(), out).store(results, 10_000, ROUNDS);
        new ServerBench(login, table, plain, rounds, out)
            .drain(results, folder, WORKERS, jobs, ROUNDS);
      }
    }
    out.printf(Locale.ROOT, "took %.0f s%n", (System.nanoTime() - began) / 1e9);
    return results;
  }
}
