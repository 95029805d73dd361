package io.queuejob.benchmark.rival;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.queuejob.benchmark.latency.Percentiles;
import io.queuejob.benchmark.run.Contestant;
import io.queuejob.benchmark.run.Rates;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Round;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.devdb.DatabaseLogin;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * The rivals against plain JDBC on one pool, each in rounds of its own in turn with the baseline.
 * Figures that are no ratio have the baseline's beside them in the details.
 */
public final class RivalBench implements AutoCloseable {

  private static final int FEW_WORKERS = 8;
  private static final int MANY_WORKERS = 32;

  private final Rounds rounds;
  private final PrintStream out;
  private final PlainTable table;
  private final HikariDataSource pool;

  /** Makes the baseline's table where it is missing; the ledger is there already. */
  public RivalBench(DatabaseLogin login, Rounds rounds, PrintStream out) throws SQLException {
    this.rounds = rounds;
    this.out = out;
    this.table = new PlainTable(login);
    table.create();
    this.pool = pool(login);
  }

  /**
   * How much is done.
   *
   * @param jobs of the baseline in a round; slow rivals get fewer
   * @param rounds that count
   * @param enqueued jobs stored in a turn
   * @param calls to measure the latency; rivals that poll get fewer
   */
  public record Effort(int jobs, int rounds, int enqueued, int calls) {
    public static final Effort QUICK = new Effort(4_000, 2, 300, 100);
    public static final Effort FULL = new Effort(10_000, 3, 1_000, 300);
  }

  /** With the settings of the engine's pool outside a server. */
  private static HikariDataSource pool(DatabaseLogin login) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(login.url());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(70);
    config.setMinimumIdle(4);
    return new HikariDataSource(config);
  }

  /** The fastest of them only. */
  public void quick(Results results) throws Exception {
    fewWorkers(results, RivalKind.DB_SCHEDULER, Effort.QUICK);
  }

  /** All of them, with few and with many workers. */
  public void full(Results results) throws Exception {
    for (RivalKind kind : RivalKind.values()) {
      fewWorkers(results, kind, Effort.FULL);
      manyWorkers(results, kind, Effort.FULL);
    }
  }

  /** All measures of one rival with few workers. */
  public void fewWorkers(Results results, RivalKind kind, Effort effort) throws Exception {
    try (Rival rival = kind.open(pool, FEW_WORKERS)) {
      Contestant plain = new PlainJdbc(table, pool, FEW_WORKERS);
      List<Contestant> pair = List.of(plain, rival);
      Rates rates = drain(results, new Race(rival, pair, FEW_WORKERS), kind, effort);
      results.figure(figure(rival, "wal_bytes"), rates.median(rival.name(), Round::wholeWalBytes));
      results.detail(
          figure(rival, "wal_bytes_plain_jdbc"), rates.median(plain.name(), Round::wholeWalBytes));
      enqueue(results, rival, kind, effort);
      latency(results, rival, kind, effort);
    }
  }

  /** The drain of one rival with many workers. */
  public void manyWorkers(Results results, RivalKind kind, Effort effort) throws Exception {
    try (Rival rival = kind.open(pool, MANY_WORKERS)) {
      List<Contestant> pair = List.of(new PlainJdbc(table, pool, MANY_WORKERS), rival);
      drain(results, new Race(rival, pair, MANY_WORKERS), kind, effort);
    }
  }

  private record Race(Rival rival, List<Contestant> plainAndRival, int workers) {}

  private Rates drain(Results results, Race race, RivalKind kind, Effort effort) throws Exception {
    Rival rival = race.rival();
    int jobs = kind.jobs(effort.jobs());
    out.printf(
        "drain by %s with %d workers, %d jobs a round%n", rival.name(), race.workers(), jobs);
    Contestant plain = race.plainAndRival().get(0);
    Rates rates =
        rounds.run(
            race.plainAndRival(), each -> each == plain ? effort.jobs() : jobs, effort.rounds());
    String name = figure(rival, "drain_" + race.workers());
    results.figure(name, rates.ratio(rival.name(), plain.name()));
    results.figure(name + "_cpu", rates.cpuRatio(rival.name(), plain.name()));
    results.detail(name + "_jobs", jobs);
    results.detail(name + "_per_s", Rounds.list(rates.byName().get(rival.name())));
    results.detail(name + "_plain_jdbc_per_s", Rounds.list(rates.byName().get(plain.name())));
    return rates;
  }

  private void enqueue(Results results, Rival rival, RivalKind kind, Effort effort)
      throws Exception {
    RivalEnqueue enqueue = new RivalEnqueue(rival, pool);
    stored(results, rival, "enqueue", enqueue.oneByOne(effort.enqueued()));
    stored(results, rival, "bulk", enqueue.many(kind.jobs(effort.jobs())));
  }

  private void stored(Results results, Rival rival, String how, RivalEnqueue.Stored rates) {
    double rate = rates.rival();
    double bare = rates.bare();
    out.printf(
        Locale.ROOT, "  %-8s %-22s %8.0f jobs/s, bare %.0f%n", how, rival.name(), rate, bare);
    results.figure(figure(rival, how), rate);
    results.detail(figure(rival, how + "_bare"), bare);
    results.figure(figure(rival, how + "_ratio"), rate / bare);
  }

  private void latency(Results results, Rival rival, RivalKind kind, Effort effort)
      throws Exception {
    int calls = kind.calls(effort.calls());
    Percentiles millis = new RivalLatency(rival).measure(calls / 10, calls);
    double p50 = millis.at(50);
    double p99 = millis.at(99);
    out.printf(
        Locale.ROOT, "  %-8s %-22s p50 %.1f ms, p99 %.1f ms%n", "latency", rival.name(), p50, p99);
    results.figure(figure(rival, "latency_p50_ms"), p50);
    results.figure(figure(rival, "latency_p99_ms"), p99);
    results.detail(figure(rival, "latency_calls"), calls);
  }

  private static String figure(Rival rival, String what) {
    return "rival_" + rival.key() + "_" + what;
  }

  @Override
  public void close() {
    pool.close();
  }
}
