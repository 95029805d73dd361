package io.queuejob.engine.member;

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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembershipPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Less than the pulse: what took no longer was rung for. */
  private static final Duration RUNG = Duration.ofMillis(1900);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final Map<EngineHarness, LedgerBean> beans = new HashMap<>();
  private final List<EngineHarness> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    beans.values().forEach(LedgerBean::openGate);
    nodes.forEach(EngineHarness::close);
    TestDatabase.drop(login);
  }

  private EngineHarness start(String name, String channels) throws Exception {
    LedgerBean bean = new LedgerBean();
    EngineHarness node =
        EngineHarness.start(
            login,
            Map.of(
                "queue-job.channels",
                channels,
                "queue-job.pulse",
                "2s",
                "queue-job.node-name",
                name,
                "queue-job.shutdown-timeout",
                "0s"),
            bean);
    bean.openedBy(node.dataSource());
    beans.put(node, bean);
    nodes.add(node);
    Await.until(name, SOON, () -> label(node), label -> label.contains("#"));
    return node;
  }

  private static String label(EngineHarness node) {
    return node.engine().nodeLabel().orElse("");
  }

  private void close(EngineHarness node) {
    nodes.remove(node);
    node.close();
  }

  private void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  private UUID startAtGate(EngineHarness node, String name) throws Exception {
    beans.get(node).shutGate();
    int before = beans.get(node).calls();
    UUID job = node.delay(Call.of(LedgerBean.class, "writeAtGate", name));
    Await.until("started", SOON, () -> beans.get(node).calls(), calls -> calls > before);
    return job;
  }

  private long effects(String name) throws SQLException {
    return rows.number("SELECT count(*) FROM ledger WHERE name = ?", name);
  }

  @Test
  void a_run_that_a_stop_interrupts_waits_again_and_is_not_cancelled() throws Exception {
    EngineHarness first = start("first", "root:1");
    UUID job = startAtGate(first, "interrupted");
    close(first);
    assertThat(rows.state(job)).isEqualTo("pending");
    assertThat(rows.number("SELECT deaths FROM queue_job.job WHERE uuid = ?", job)).isZero();
    start("second", "root:1");
    awaitState(job, "done");
    assertThat(effects("interrupted")).isEqualTo(1);
  }

  @Test
  void a_node_that_stops_leaves_nothing_behind() throws Exception {
    EngineHarness first = start("first", "root:3");
    awaitState(first.delay(Call.of(LedgerBean.class, "write", "one", 0L)), "done");
    close(first);
    assertThat(rows.one("SELECT gone_reason FROM queue_job.node")).isEqualTo("stopped");
    assertThat(rows.number("SELECT count(*) FROM queue_job.slot WHERE held > 0")).isZero();
    assertThat(rows.number("SELECT sum(held) FROM queue_job.channel")).isZero();
    assertThat(rows.number("SELECT count(*) FROM queue_job.claim")).isZero();
  }

  private static final String LISTENER =
      "SELECT listener_pid FROM queue_job.node n JOIN pg_stat_activity a ON a.pid = n.listener_pid"
          + " WHERE n.name = ?";

  /** Ends the session of a node's listener and waits for another. */
  private void endListener(String name) throws Exception {
    String pid = Await.until("listener", SOON, () -> rows.one(LISTENER, name), p -> p != null);
    rows.one("SELECT pg_terminate_backend(?::int)", Integer.valueOf(pid));
    Await.until(
        "another listener", SOON, () -> rows.one(LISTENER, name), p -> p != null && !p.equals(pid));
  }

  @Test
  void a_job_outlives_the_session_of_its_nodes_listener() throws Exception {
    EngineHarness node = start("only", "root:1");
    UUID job = startAtGate(node, "long");
    start("other", "root:1");
    String label = label(node);
    for (int i = 0; i < 3; i++) {
      endListener("only");
    }
    assertThat(rows.one("SELECT node FROM queue_job.job_state WHERE uuid = ?", job))
        .isEqualTo(label);
    beans.get(node).openGate();
    awaitState(job, "done");
    assertThat(effects("long")).isEqualTo(1);
    assertThat(label(node)).isEqualTo(label);
  }

  @Test
  void a_change_of_a_channel_is_in_force_at_all_nodes_within_a_second() throws Exception {
    EngineHarness node = start("one", "root:4,slow:2");
    start("two", "root:4,slow:2");
    rows.update("UPDATE queue_job.channel SET paused = true WHERE path = 'root.slow'");
    Await.until(
        "seen by all",
        RUNG,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.node n, queue_job.configuration c"
                    + " WHERE n.configuration_seen < c.version"),
        n -> n == 0);
    UUID job = node.delay(Call.of(LedgerBean.class, "write", "held", 0L).in("slow"));
    awaitState(node.delay(Call.of(LedgerBean.class, "write", "free", 0L)), "done");
    assertThat(rows.state(job)).isEqualTo("pending");
    rows.update("UPDATE queue_job.channel SET paused = false WHERE path = 'root.slow'");
    awaitState(job, "done");
  }

  @Test
  void a_limit_that_appears_while_jobs_run_holds_for_those_after_them() throws Exception {
    EngineHarness node = start("one", "root:8");
    beans.get(node).shutGate();
    for (int i = 0; i < 3; i++) {
      node.delay(Call.of(LedgerBean.class, "writeAtGate", "g" + i).in("late"));
    }
    Await.until("three run", SOON, () -> beans.get(node).calls(), calls -> calls == 3);
    rows.update("INSERT INTO queue_job.channel (path, capacity) VALUES ('root.late', 2)");
    Await.until(
        "seen",
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.node n, queue_job.configuration c"
                    + " WHERE n.configuration_seen < c.version"),
        n -> n == 0);
    beans.get(node).openGate();
    for (int i = 0; i < 12; i++) {
      node.delay(Call.of(LedgerBean.class, "write", "w" + i, 50L).in("late"));
    }
    Await.until("all", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == 15);
    assertThat(
            rows.number(
                """
                SELECT max((SELECT count(*) FROM ledger b WHERE b.name LIKE 'w%'
                  AND b.began <= a.began AND b.ended > a.began)) FROM ledger a
                WHERE a.name LIKE 'w%'
                """))
        .isLessThanOrEqualTo(2);
  }
}
