package io.queuejob.benchmark.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.benchmark.idle.WaitingBench;
import io.queuejob.benchmark.nodes.NodesBench;
import io.queuejob.benchmark.outside.EngineOutside;
import io.queuejob.benchmark.run.Ledger;
import io.queuejob.benchmark.run.Results;
import io.queuejob.benchmark.run.Rounds;
import io.queuejob.benchmark.soak.Soak;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The measures that start nodes of their own. */
class NodesMeasuresPgTest {
  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final PrintStream out =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private final Results results = new Results();

  @AfterEach
  void drop() {
    TestDatabase.drop(login);
  }

  @Test
  void nodes_never_exceed_their_capacity() throws Exception {
    new EngineOutside(login, 1).close(); // makes the schema
    Ledger ledger = new Ledger(login);
    ledger.create();
    NodesBench nodes = new NodesBench(login, new Rounds(ledger, () -> {}, out), out);
    nodes.grow(results, 200, 1);
    nodes.limit(results, 200, 1);
    assertThat(results.figure("nodes_2")).isPositive();
    assertThat(results.figure("nodes_4")).isPositive();
    assertThat(results.figure("limit_cost")).isPositive();
    assertThat((int) results.details().get("1_node_most_at_once")).isBetween(1, 16);
    assertThat((int) results.details().get("4_nodes_most_at_once")).isBetween(1, 64);
  }

  @Test
  void a_node_starts_while_many_wait() throws Exception {
    new WaitingBench(login, out).measure(results, 50, 500, 1);
    assertThat(results.figure("startup_ratio")).isPositive();
    assertThat(results.figures()).containsKey("heap_growth_mb");
  }

  @Test
  void a_soak_tells_each_minute() throws Exception {
    new Soak(login, () -> {}, out).run(results, new Soak.Length(3, 0.5, 200));
    assertThat(results.figure("soak_p99_ms_growth")).isPositive();
    assertThat(results.details().get("soak_p99_ms"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(3)
        .isInstanceOf(List.class);
  }

  @Test
  void a_soak_too_short_to_compare_calls_nothing_flat() throws Exception {
    new Soak(login, () -> {}, out).run(results, new Soak.Length(2, 0.5, 200));
    assertThat(results.figures()).isEmpty();
  }
}
