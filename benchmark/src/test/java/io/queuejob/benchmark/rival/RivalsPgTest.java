package io.queuejob.benchmark.rival;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One tiny iteration of each rival. */
class RivalsPgTest {
  private static final RivalBench.Effort TINY = new RivalBench.Effort(200, 1, 20, 10);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private RivalBench bench;

  @BeforeEach
  void open() throws Exception {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Ledger ledger = new Ledger(login);
    ledger.create();
    bench = new RivalBench(login, new Rounds(ledger, () -> {}, out), out);
  }

  @AfterEach
  void close() {
    bench.close();
    TestDatabase.drop(login);
  }

  private static String figure(RivalKind kind, String what) {
    String key =
        switch (kind) {
          case DB_SCHEDULER -> "dbscheduler";
          case JOB_RUNR -> "jobrunr";
          case QUARTZ -> "quartz";
        };
    return "rival_" + key + "_" + what;
  }

  @ParameterizedTest
  @EnumSource
  void every_job_of_a_rival_runs_once_and_its_figures_come_out(RivalKind kind) throws Exception {
    Results results = new Results();
    bench.fewWorkers(results, kind, TINY);
    for (String what : new String[] {"drain_8", "enqueue", "bulk", "wal_bytes"}) {
      assertThat(results.figure(figure(kind, what))).as(what).isPositive();
    }
    assertThat(results.figure(figure(kind, "latency_p50_ms"))).isPositive();
    assertThat(results.figure(figure(kind, "latency_p99_ms")))
        .isGreaterThanOrEqualTo(results.figure(figure(kind, "latency_p50_ms")));
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("round 1  plain JDBC", "bare");
  }
}
