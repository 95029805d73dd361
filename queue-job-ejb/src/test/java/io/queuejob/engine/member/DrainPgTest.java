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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that a person drains. */
class DrainPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

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

  private void start(String name, String channels) throws SQLException {
    LedgerBean bean = new LedgerBean();
    beans.add(bean);
    EngineHarness node =
        EngineHarness.start(
            login, Map.of("queue-job.node-name", name, "queue-job.channels", channels), bean);
    bean.openedBy(node.dataSource());
    bean.shutGate();
    nodes.add(node);
  }

  /** A node becomes a member some time after its start. */
  private void drain(String name, boolean on) throws Exception {
    Await.until(
        "a member",
        SOON,
        () ->
            rows.update(
                "UPDATE queue_job.node SET draining = CASE WHEN ? THEN clock_timestamp() END"
                    + " WHERE name = ?",
                on,
                name),
        members -> members == 1);
  }

  private long held(String name) throws SQLException {
    return rows.number(
        "SELECT coalesce(sum(s.held), 0) FROM queue_job.slot s"
            + " JOIN queue_job.node n ON n.id = s.node_id WHERE n.name = ?",
        name);
  }

  private UUID atGate(String channel) {
    return nodes.get(0).delay(Call.of(LedgerBean.class, "writeAtGate", "gate").in(channel));
  }

  private void write(int jobs, String channel) throws Exception {
    long before = rows.number("SELECT count(*) FROM ledger");
    for (int i = 0; i < jobs; i++) {
      nodes.get(0).delay(Call.of(LedgerBean.class, "write", "w", 0L).in(channel));
    }
    Await.until(
        "written", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == before + jobs);
  }

  @Test
  void a_drained_node_ends_what_runs_gives_back_its_slots_and_takes_nothing_up() throws Exception {
    start("one", "root:4,mail:2");
    UUID running = atGate("mail");
    Await.until("runs", SOON, () -> rows.state(running), "started"::equals);
    write(3, "root");
    start("two", "root:4,mail:2");
    drain("one", true);
    Await.until("idle slots are back", SOON, () -> held("one"), n -> n == 2);
    int calls = beans.get(0).calls();
    write(20, "root");
    assertThat(beans.get(0).calls()).isEqualTo(calls);
    assertThat(beans.get(1).calls()).isEqualTo(20);
    assertThat(rows.state(running)).isEqualTo("started");
    beans.get(0).openGate();
    Await.until("it ends", SOON, () -> rows.state(running), "done"::equals);
    Await.until("all slots are back", SOON, () -> held("one"), n -> n == 0);
  }

  @Test
  void a_node_drained_no_more_goes_on() throws Exception {
    start("one", "root:*,mail:2");
    drain("one", true);
    Await.until(
        "heard",
        SOON,
        () -> rows.number("SELECT count(*) FROM queue_job.node WHERE heartbeat > draining"),
        n -> n == 1);
    UUID waiting = nodes.get(0).delay(Call.of(LedgerBean.class, "write", "w", 0L));
    UUID mail = nodes.get(0).delay(Call.of(LedgerBean.class, "write", "w", 0L).in("mail"));
    Await.until(
        "two pulses",
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.node WHERE heartbeat > (SELECT max(created)"
                    + " FROM queue_job.job) + interval '1.2 s'"),
        n -> n == 1);
    assertThat(List.of(rows.state(waiting), rows.state(mail))).containsOnly("pending");
    drain("one", false);
    Await.until("done", SOON, () -> rows.state(waiting) + rows.state(mail), "donedone"::equals);
  }

  @Test
  void a_drained_node_leaves_the_only_slot_to_others() throws Exception {
    start("one", "root:1");
    start("two", "root:1");
    for (int i = 0; i < 80; i++) {
      nodes.get(i % 2).delay(Call.of(LedgerBean.class, "write", "w", 20L));
    }
    Await.until("both run", SOON, () -> beans.get(0).calls(), n -> n > 0);
    drain("one", true);
    Await.until("given back", SOON, () -> held("one"), n -> n == 0);
    int calls = beans.get(0).calls();
    Await.until("all", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == 80);
    assertThat(beans.get(0).calls()).isEqualTo(calls);
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.slot s JOIN queue_job.node n ON n.id = s.node_id"
                    + " WHERE n.name = 'one' AND (s.wants OR s.held > 0)"))
        .isZero();
  }

  @Test
  void who_drained_is_in_the_audit() throws Exception {
    start("one", "root:1");
    drain("one", true);
    drain("one", true);
    drain("one", false);
    assertThat(
            rows.one(
                "SELECT string_agg(concat_ws(' ', actor, action, before ->> 'draining',"
                    + " after ->> 'draining'), ', ' ORDER BY id) FROM queue_job.audit"))
        .isEqualTo(
            "%1$s drain node false true, %1$s undrain node true false".formatted(login.user()));
  }
}
