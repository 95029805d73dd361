package io.queuejob.benchmark.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.benchmark.backlog.BigTable;
import io.queuejob.benchmark.backlog.SnapshotBench;
import io.queuejob.benchmark.idle.IdleBench;
import io.queuejob.benchmark.latency.LatencyBench;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.store.BytesBench;
import io.queuejob.benchmark.store.EnqueueBench;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The measures of one node. */
class MeasuresPgTest {
  private static final int JOBS = 200;

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final PrintStream out =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private final Results results = new Results();
  private final PlainTable table = new PlainTable(login);
  private EngineOutside engine;
  private PlainJdbc plain;
  private Rounds rounds;

  @BeforeEach
  void open() throws Exception {
    engine = new EngineOutside(login, 8);
    Ledger ledger = new Ledger(login);
    ledger.create();
    table.create();
    plain = new PlainJdbc(table, engine.node().dataSource(), 8);
    rounds = new Rounds(ledger, () -> {}, out);
  }

  @AfterEach
  void close() {
    engine.close();
    TestDatabase.drop(login);
  }

  @Test
  void latencies_come_out_in_order() throws Exception {
    LatencyBench latency = new LatencyBench(login, table, engine, out);
    latency.atRest(results, 2, 20);
    latency.otherNode(results, 2, 10);
    latency.halfLoad(results, 200, 0.5);
    for (String where : new String[] {"latency", "latency_other_node", "latency_half_load"}) {
      assertThat(results.figure(where + "_p50_ms")).isPositive();
      assertThat(results.figure(where + "_p99_ms"))
          .isGreaterThanOrEqualTo(results.figure(where + "_p50_ms"));
    }
    assertThat(results.figure("latency_rest_p50_ratio")).isPositive();
    assertThat(results.figure("latency_other_node_p99_ratio")).isPositive();
    assertThat(results.figure("latency_half_load_p99_ratio")).isPositive();
  }

  @Test
  void storing_is_compared() throws Exception {
    EnqueueBench enqueue = new EnqueueBench(engine, table, out);
    enqueue.single(results, 20, 1);
    enqueue.bulk(results, JOBS, 1);
    new BytesBench(login, engine, plain, rounds, out).measure(results, 50, 1);
    assertThat(results.figure("enqueue_single")).isPositive();
    assertThat(results.figure("enqueue_bulk")).isPositive();
    assertThat(results.figure("wal_per_job")).isPositive();
    assertThat(results.figure("table_per_job")).isPositive();
  }

  @Test
  void an_idle_node_sends_little_and_a_snapshot_is_held() throws Exception {
    new IdleBench(login, out).measure(results, engine, Duration.ofSeconds(2));
    assertThat(results.figure("idle_statements")).isBetween(0.1, 50.0);
    new SnapshotBench(login, rounds, out).measure(results, engine, plain, JOBS, 1);
    assertThat(results.figure("snapshot")).isPositive();
    assertThat(results.figure("snapshot_plain_jdbc")).isPositive();
  }

  @Test
  void rows_that_stay_are_told_from_jobs_that_run() throws Exception {
    DatabaseLogin big = TestDatabase.freshDatabase();
    try (BigTable bigTable = new BigTable(big, 8, () -> {}, out)) {
      bigTable.fill(new BigTable.Size(20_000, 5_000));
      bigTable.measure(results, new BigTable.Empty(engine, rounds), JOBS, 1);
    } finally {
      TestDatabase.drop(big);
    }
    assertThat(results.figure("backlog")).isPositive();
    assertThat(results.figure("backlog_foreign")).isPositive();
    assertThat(results.figure("backlog_lacking")).isPositive();
    assertThat(results.figure("plans_good")).isBetween(0.0, 1.0);
  }
}
