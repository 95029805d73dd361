package io.queuejob.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that want the same slots at the same time. */
class HungryNodesPgTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int EACH = 60;

  /** Fewer than what two nodes have together, and no more than take two seconds. */
  private static final long MOST_OF_OTHERS = 100;

  private static final String PLACES =
      "WITH places AS (SELECT name, row_number() OVER (ORDER BY began) AS place FROM ledger) ";

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<EngineHarness> nodes = new ArrayList<>();
  private final List<LedgerBean> beans = new ArrayList<>();

  @AfterEach
  void stop() {
    beans.forEach(LedgerBean::openGate);
    nodes.forEach(EngineHarness::close);
    TestDatabase.drop(login);
  }

  private void start(String application, String channels, int maxRunning) throws SQLException {
    Map<String, String> settings = new HashMap<>();
    settings.put("queue-job.application", application);
    settings.put("queue-job.channels", channels);
    settings.put("queue-job.node-name", "n" + nodes.size());
    settings.put("queue-job.max-running", String.valueOf(maxRunning));
    settings.put("queue-job.shutdown-timeout", "0s");
    LedgerBean bean = new LedgerBean();
    beans.add(bean);
    EngineHarness node = EngineHarness.start(login, settings, bean);
    bean.openedBy(node.dataSource());
    nodes.add(node);
  }

  private void write(int node, int jobs, long millis) throws Exception {
    EngineHarness from = nodes.get(node);
    from.transactions()
        .inNew(
            SOON,
            () -> {
              for (int i = 0; i < jobs; i++) {
                from.delay(Call.of(LedgerBean.class, "write", "n" + node, millis));
              }
              return null;
            });
  }

  private void holdAtGate(int node, int jobs) throws Exception {
    beans.get(node).shutGate();
    for (int i = 0; i < jobs; i++) {
      nodes.get(node).delay(Call.of(LedgerBean.class, "writeAtGate", "long"));
    }
    Await.until("long runs", SOON, beans.get(node)::calls, n -> n == jobs);
  }

  private void awaitRows(int count) throws Exception {
    Await.until(
        "ledger rows", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == count);
  }

  private long overlaps() throws SQLException {
    return rows.number(
        "SELECT count(*) FROM ledger a JOIN ledger b ON a.id < b.id"
            + " AND a.began < b.ended AND b.began < a.ended - interval '1 ms'");
  }

  @Test
  void one_slot_travels_between_applications_in_turns() throws Exception {
    for (String application : List.of("a", "b", "c")) {
      start(application, "root:1", 64);
    }
    for (int node = 0; node < 3; node++) {
      write(node, EACH, 20);
    }
    awaitRows(3 * EACH);
    assertThat(overlaps()).isZero();
    assertThat(apart("min")).isLessThan(MOST_OF_OTHERS);
    assertThat(apart("max")).isLessThan(MOST_OF_OTHERS);
    assertThat(
            rows.number(
                PLACES
                    + "SELECT max(gap) FROM (SELECT place - lag(place) OVER (PARTITION BY name"
                    + " ORDER BY place) AS gap FROM places) g"))
        .isLessThan(MOST_OF_OTHERS);
  }

  /** By how many jobs the first, or last, ones of the nodes are apart. */
  private long apart(String end) throws SQLException {
    return rows.number(
        PLACES
            + "SELECT max(at) - min(at) FROM (SELECT "
            + end
            + "(place) AS at FROM places GROUP BY name) n");
  }

  @Test
  void one_slot_is_shared_by_nodes_of_one_application() throws Exception {
    for (int i = 0; i < 3; i++) {
      start("a", "root:1", 64);
    }
    for (int node = 0; node < 3; node++) {
      write(node, EACH, 20);
    }
    awaitRows(3 * EACH);
    assertThat(overlaps()).isZero();
    assertThat(beans).allSatisfy(bean -> assertThat(bean.calls()).isGreaterThan(EACH / 4));
  }

  @Test
  void a_node_with_long_runs_gets_what_others_leave_idle() throws Exception {
    start("a", "root:2", 64);
    start("b", "root:2", 64);
    holdAtGate(0, 1);
    write(0, 20, 20);
    write(1, 20, 20);
    awaitRows(40);
    assertThat(overlaps()).isZero();
  }

  @Test
  void a_node_that_is_full_of_long_runs_leaves_the_rest_to_others() throws Exception {
    start("a", "root:4", 1);
    start("a", "root:4", 64);
    holdAtGate(0, 1);
    beans.get(1).shutGate();
    for (int i = 0; i < 3; i++) {
      nodes.get(0).delay(Call.of(LedgerBean.class, "writeAtGate", "short"));
    }
    Await.until("the rest runs", SOON, beans.get(1)::calls, n -> n == 3);
  }
}
