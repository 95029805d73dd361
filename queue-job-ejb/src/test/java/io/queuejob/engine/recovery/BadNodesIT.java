package io.queuejob.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.NodeProcess;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that are frozen, and jobs that take their node down. */
class BadNodesIT {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Map<String, String> SETTINGS =
      Map.of("queue-job.channels", "root:4", "queue-job.eviction", "3s", "queue-job.grace", "2s");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<NodeProcess> nodes = new ArrayList<>();
  private EngineHarness producer;

  @BeforeEach
  void start() throws Exception {
    LedgerBean bean = new LedgerBean();
    producer = EngineHarness.start(login, Map.of("queue-job.runner", "off"), bean);
    bean.openedBy(producer.dataSource());
  }

  @AfterEach
  void stop() throws Exception {
    for (NodeProcess node : nodes) {
      node.close();
    }
    producer.close();
    TestDatabase.drop(login);
  }

  private NodeProcess node() throws Exception {
    NodeProcess node = NodeProcess.start(login, SETTINGS);
    nodes.add(node);
    return node;
  }

  private void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  private void awaitNumber(String what, String sql, long expected) throws Exception {
    Await.until(what, SOON, () -> rows.number(sql), n -> n == expected);
  }

  private UUID write(String name, long millis) {
    return producer.delay(Call.of(LedgerBean.class, "write", name, millis));
  }

  @Test
  void a_frozen_node_is_evicted_and_its_late_outcomes_are_refused_and_counted() throws Exception {
    NodeProcess frozen = node();
    awaitState(write("warm", 0), "done");
    UUID job = write("once", 1_500);
    awaitState(job, "started");
    frozen.freeze();
    node();
    awaitNumber("evicted", "SELECT count(*) FROM queue_job.node WHERE gone_reason = 'frozen'", 1);
    awaitState(job, "done");
    frozen.thaw();
    awaitNumber("joined again", "SELECT count(*) FROM queue_job.node WHERE state = 'alive'", 2);
    Await.until(
        "counted", SOON, () -> rows.number("SELECT sum(refused) FROM queue_job.node"), n -> n > 0);
    assertThat(rows.number("SELECT count(*) FROM ledger WHERE name = 'once'")).isEqualTo(1);
    for (int i = 0; i < 20; i++) {
      write("after" + i, 100);
    }
    awaitNumber("all", "SELECT count(*) FROM ledger WHERE name LIKE 'after%'", 20);
    awaitNumber(
        "no slot is lost",
        "SELECT sum(s.held) - max(c.held) FROM queue_job.slot s,"
            + " queue_job.channel c WHERE c.path = 'root'",
        0);
  }

  @Test
  void a_job_that_takes_its_node_down_three_times_fails_and_no_other_does() throws Exception {
    node();
    List<UUID> neighbours = new ArrayList<>();
    UUID poison = producer.delay(Call.of(LedgerBean.class, "die", "poison"));
    for (int i = 0; i < 10; i++) {
      neighbours.add(write("neighbour" + i, 200));
    }
    for (int deaths = 1; deaths <= 3; deaths++) {
      NodeProcess last = nodes.get(nodes.size() - 1);
      Await.until("death " + deaths, SOON, last::isAlive, alive -> !alive);
      node();
    }
    awaitState(poison, "failed");
    assertThat(rows.one("SELECT error FROM queue_job.job_state WHERE uuid = ?", poison))
        .startsWith("QJ3003 ");
    for (UUID neighbour : neighbours) {
      awaitState(neighbour, "done");
    }
    assertThat(rows.number("SELECT count(DISTINCT name) FROM ledger")).isEqualTo(10);
    assertThat(rows.number("SELECT count(*) FROM ledger")).isEqualTo(10);
  }

  @Test
  void long_jobs_on_one_node_leave_the_capacity_to_the_other() throws Exception {
    node();
    UUID first = write("hour", 60_000);
    UUID second = write("hour", 60_000);
    awaitState(first, "started");
    awaitState(second, "started");
    node();
    for (int i = 0; i < 40; i++) {
      write("short" + i, 100);
    }
    awaitNumber("all short", "SELECT count(*) FROM ledger WHERE name LIKE 'short%'", 40);
    assertThat(
            rows.number(
                """
                SELECT (extract(epoch FROM max(ended) - min(began)) * 1000)::bigint FROM ledger
                WHERE name LIKE 'short%'
                """))
        .as("two slots for forty jobs of 100 ms")
        .isLessThan(6_000);
  }
}
