package io.queuejob.benchmark.store;

import io.queuejob.benchmark.measure.WalMeter;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Medians;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Round;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Write-ahead log and table of one job, stored one by one and run. */
public final class BytesBench {
  private final WalMeter meter;
  private final Rounds rounds;
  private final List<Contestant> contestants;
  private final List<String> tables = List.of("plain_job", "queue_job.job");
  private final PrintStream out;

  /** Of an engine, and of plain JDBC upon the engine's pool. */
  public BytesBench(
      DatabaseLogin login, EngineOutside engine, PlainJdbc plain, Rounds rounds, PrintStream out) {
    this.meter = new WalMeter(login);
    this.rounds = rounds;
    this.contestants =
        List.of(
            new PlainOneByOne(new PlainTable(login), plain, engine.node().dataSource()),
            new StoredOneByOne(engine));
    this.out = out;
  }

  public void measure(Results results, int jobs, int times) throws Exception {
    double[] wal = new double[contestants.size()];
    double[] bytes = new double[contestants.size()];
    List<List<Double>> all = List.of(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < times; i++) {
      for (int c = 0; c < contestants.size(); c++) {
        Round round = rounds.measured(contestants.get(c), jobs);
        all.get(c).add(round.wholeWalBytes());
        bytes[c] = (double) meter.sizeOf(tables.get(c)) / jobs;
      }
    }
    for (int c = 0; c < wal.length; c++) {
      wal[c] = Medians.of(all.get(c));
    }
    results.figure("wal_per_job", wal[1] / wal[0]);
    results.figure("table_per_job", bytes[1] / bytes[0]);
    results.detail("wal_per_job_engine_bytes", wal[1]);
    results.detail("wal_per_job_plain_jdbc_bytes", wal[0]);
    results.detail("table_per_job_engine_bytes", bytes[1]);
    results.detail("table_per_job_plain_jdbc_bytes", bytes[0]);
    out.printf(
        Locale.ROOT,
        "a job's life in log: engine %.0f bytes, plain JDBC %.0f; in its table: %.0f and %.0f%n",
        wal[1],
        wal[0],
        bytes[1],
        bytes[0]);
  }
}
