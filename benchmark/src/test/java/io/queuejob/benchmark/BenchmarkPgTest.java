package io.queuejob.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.benchmark.outside.CoreBench;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.outside.GraphBench;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Round;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.table.PlainJdbc;
import io.queuejob.benchmark.table.PlainTable;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One tiny iteration of the part outside a server. */
class BenchmarkPgTest {
  private static final int JOBS = 300;

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Ledger ledger = new Ledger(login);
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private EngineOutside engine;
  private CoreBench bench;
  private Rounds rounds;

  @BeforeEach
  void open() throws Exception {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    engine = new EngineOutside(login, 8);
    ledger.create();
    PlainTable table = new PlainTable(login);
    table.create();
    PlainJdbc plain = new PlainJdbc(table, engine.node().dataSource(), 8);
    rounds = new Rounds(ledger, () -> {}, out);
    bench = new CoreBench(engine, plain, rounds, out);
  }

  @AfterEach
  void close() {
    engine.close();
    TestDatabase.drop(login);
  }

  @Test
  void every_job_runs_once_and_the_figures_come_out() throws Exception {
    Results results = new Results();
    bench.drain(results, JOBS, 1);
    assertThat(results.figure("drain_core")).isPositive();
    assertThat(results.figure("drain_core_cpu")).isPositive();
    assertThat(results.figure("drain_shared")).isPositive();
    assertThat(results.figure("shared_ratio")).isPositive();
    assertThat(results.json())
        .matches("(?s)\\{\"drain_core\": \\d+\\.\\d{3}, .*\"details\": \\{\"jobs\": 300, .*}}\\n");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("plain JDBC", "engine", "engine, shared commits");
  }

  @Test
  void a_graph_is_stored_as_often_as_bare_rows() throws Exception {
    Results results = new Results();
    new GraphBench(engine.node(), new PrintStream(said, true, StandardCharsets.UTF_8))
        .store(results, JOBS, 2);
    assertThat(results.figure("graph_store")).isPositive();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("graph of 300 jobs");
  }

  @Test
  void a_round_tells_what_it_took() throws Exception {
    Round round = rounds.measured(engine, JOBS);
    assertThat(round.jobs()).isEqualTo(JOBS);
    assertThat(round.jvmMicros()).isPositive();
    assertThat(round.walBytes()).isGreaterThan(100);
    assertThat(round.wholeWalBytes()).isGreaterThan(round.walBytes());
  }

  @Test
  void a_round_that_doubles_a_job_yields_no_figure() throws Exception {
    rounds.round(engine, JOBS);
    assertThatThrownBy(() -> ledger.seconds(JOBS - 1, engine.lastCompletion()))
        .hasMessageContaining("expected 299 effects of 299 jobs, found 300 effects of 300 jobs");
  }
}
