package io.queuejob.benchmark;

import io.queuejob.benchmark.outside.CoreBench;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.outside.GraphBench;
import io.queuejob.benchmark.rival.RivalBench;
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
import java.util.List;
import java.util.Locale;

/**
 * The benchmark's entry: {@code quick} or {@code full}, or a part alone: {@code shared} for shared
 * transactions, {@code rivals} for other libraries.
 */
public final class Bench {

  private static final List<String> WORDS = List.of("quick", "full", "shared", "rivals");
  private static final int WORKERS = 8;
  private static final int ROUNDS = 3;
  private static final int SHARED_JOBS = 20_000;
  private static final double ROUND_SECONDS = 5;

  private Bench() {}

  /** Runs; exit code 0, 1 after an error, 2 for a wrong argument. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] args) throws Exception {
    if (args.length != 1 || !WORDS.contains(args[0])) {
      System.err.println(
          "bench: expected one of the words %s, found '%s'; usage: ./bench %s"
              .formatted(WORDS, String.join(" ", args), String.join(" | ", WORDS)));
      System.exit(2);
    }
    Path folder = Path.of(System.getProperty("queue-job.bench.folder", "benchmark/target"));
    Results results =
        switch (args[0]) {
          case "shared" -> shared(folder, System.out);
          case "rivals" -> rivals(folder, System.out);
          default -> all(folder, System.out, args[0].equals("full"));
        };
    results.write(folder.resolve("results.json"));
    System.out.print(results.json());
    System.exit(0);
  }

  private static Results shared(Path folder, PrintStream out) throws Exception {
    Results results = new Results();
    try (BenchDatabase database = BenchDatabase.open(folder.resolve("bench"))) {
      DatabaseLogin login = database.login();
      try (EngineOutside engine = new EngineOutside(login, WORKERS)) {
        Ledger ledger = new Ledger(login);
        ledger.create();
        Rounds rounds = new Rounds(ledger, database::checkpoint, out);
        new CoreBench(engine, null, rounds, out).shared(results, SHARED_JOBS, ROUNDS);
      }
    }
    return results;
  }

  private static Results rivals(Path folder, PrintStream out) throws Exception {
    Results results = new Results();
    try (BenchDatabase database = BenchDatabase.open(folder.resolve("bench"))) {
      rivals(results, database, out, true);
    }
    return results;
  }

  private static void rivals(Results results, BenchDatabase database, PrintStream out, boolean full)
      throws Exception {
    Ledger ledger = new Ledger(database.login());
    ledger.create();
    Rounds rounds = new Rounds(ledger, database::checkpoint, out);
    try (RivalBench rivals = new RivalBench(database.login(), rounds, out)) {
      if (full) {
        rivals.full(results);
      } else {
        rivals.quick(results);
      }
    }
  }

  private static Results all(Path folder, PrintStream out, boolean full) throws Exception {
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
      rivals(results, database, out, full);
    }
    out.printf(Locale.ROOT, "took %.0f s%n", (System.nanoTime() - began) / 1e9);
    return results;
  }
}
