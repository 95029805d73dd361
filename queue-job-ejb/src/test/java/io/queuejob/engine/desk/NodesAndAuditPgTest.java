package io.queuejob.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.admin.audit.AuditPage;
import io.queuejob.admin.node.NodeStatus;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.LedgerBean;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodesAndAuditPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Desk desk = new Desk();

  @AfterEach
  void stop() {
    desk.close();
  }

  private NodeStatus node() {
    return desk.nodes.nodes().stream()
        .filter(one -> one.state() != NodeStatus.State.GONE)
        .findFirst()
        .orElseThrow();
  }

  private void awaitState(NodeStatus.State state) throws Exception {
    Await.until("node " + state, SOON, () -> node().state(), state::equals);
  }

  @Test
  void a_node_shows_what_it_does_until_it_is_drained() throws Exception {
    desk.start("root:4");
    UUID bad = desk.node.delay(Call.of(LedgerBean.class, "failForGood", "x"));
    Await.until("failed", SOON, () -> desk.rows.state(bad), "failed"::equals);
    desk.bean.shutGate();
    UUID job = desk.node.delay(Call.of(LedgerBean.class, "writeAtGate", "g"));
    Await.until("runs", SOON, () -> node().work().running(), n -> n == 1);
    NodeStatus busy = node();
    assertThat(busy.work().maxRunning()).isPositive();
    assertThat(busy.work().slots()).extracting(slots -> slots.channel()).containsExactly("root");
    assertThat(busy.lastError().job()).isEqualTo(bad.toString());
    assertThat(busy.lastError().message()).isEqualTo("given up: x");
    assertThat(desk.nodes.drain(busy.id(), true, "ann").verdict()).isEqualTo(Verdict.DONE);
    assertThat(desk.nodes.drain(busy.id(), true, "ann").message()).contains("already");
    awaitState(NodeStatus.State.DRAINING);
    assertThat(node().drain().by()).isEqualTo("ann");
    desk.bean.openGate();
    Await.until("done", SOON, () -> desk.rows.state(job), "done"::equals);
    awaitState(NodeStatus.State.DRAINED);
    desk.nodes.drain(busy.id(), false, "bob");
    awaitState(NodeStatus.State.ALIVE);
    assertThat(desk.nodes.drain(999, true, "ann").message()).startsWith("QJ7080");
    assertThat(desk.done()).containsExactly("bob undrain node node#1", "ann drain node node#1");
  }

  @Test
  void gone_nodes_are_shown_for_a_day() throws Exception {
    desk.start("root:4");
    Await.until("joined", SOON, () -> desk.nodes.nodes().size(), n -> n == 1);
    desk.start("root:4");
    Await.until("both", SOON, () -> desk.nodes.nodes().size(), n -> n == 2);
    assertThat(desk.nodes.nodes().get(1).life().goneReason()).isEqualTo("stopped");
    desk.rows.update(
        "UPDATE queue_job.node SET gone = gone - interval '25 hours' WHERE state = 'gone'");
    assertThat(desk.nodes.nodes()).hasSize(1);
  }

  @Test
  void a_node_tells_the_version_of_its_application() throws Exception {
    desk.start("root:4", Map.of("queue-job.application-version", "4.2.0"));
    Await.until("joined", SOON, () -> desk.nodes.nodes().size(), n -> n == 1);
    assertThat(node().applicationVersion()).isEqualTo("4.2.0");
    desk.rows.update(
        "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('old', 'shop', 4711)");
    assertThat(desk.nodes.nodes())
        .extracting(NodeStatus::applicationVersion)
        .containsExactly("4.2.0", null);
  }

  private void entries(int count) throws SQLException {
    desk.rows.update(
        "INSERT INTO queue_job.audit (at, actor, action, subject) SELECT timestamptz"
            + " '2026-01-01 00:00Z' + n / 2 * interval '1 min', CASE n % 2 WHEN 0 THEN 'ann' ELSE"
            + " 'bob' END, 'requeued', 'Thing ' || n FROM generate_series(1, ?) n",
        count);
  }

  private static AuditFilter all(int limit) {
    return new AuditFilter(null, null, null, null, null, null, limit);
  }

  @Test
  void pages_lose_and_double_no_entry_of_the_same_instant() throws Exception {
    desk.start("root:4");
    entries(7);
    StringBuilder seen = new StringBuilder();
    AuditPage page = desk.audit.list(all(3));
    while (true) {
      page.entries().forEach(entry -> seen.append(entry.subject().substring(6)));
      if (page.next() == null) {
        break;
      }
      page = desk.audit.list(all(3).after(page.next()));
    }
    assertThat(seen).hasToString("7654321");
  }

  @Test
  void the_audit_is_searched_by_who_what_subject_and_time() throws Exception {
    desk.start("root:4");
    entries(9);
    Instant three = Instant.parse("2026-01-01T00:03:00Z");
    AuditFilter bob = new AuditFilter("bob", "requeued", "THING", null, three, null, 10);
    assertThat(desk.audit.list(bob).entries())
        .extracting(entry -> entry.subject())
        .containsExactly("Thing 5", "Thing 3", "Thing 1");
    AuditFilter from = new AuditFilter("ann", null, null, three, null, null, 10);
    assertThat(desk.audit.list(from).entries())
        .extracting(entry -> entry.subject())
        .containsExactly("Thing 8", "Thing 6");
    AuditFilter ever = new AuditFilter("ann", null, null, Instant.MIN, Instant.MAX, null, 10);
    assertThat(desk.audit.list(ever).entries()).hasSize(4);
    assertThat(desk.audit.actors()).containsExactly("ann", "bob");
    assertThat(desk.audit.actions()).containsExactly("requeued");
  }

  @Test
  void a_whole_uuid_finds_a_job_and_a_bulk_change() throws Exception {
    desk.start("root:4");
    String uuid = UUID.randomUUID().toString();
    for (String subject : List.of(uuid, "bulk " + uuid, "x " + uuid)) {
      desk.rows.update(
          "INSERT INTO queue_job.audit (actor, action, subject) VALUES ('eve', 'x', ?)", subject);
    }
    String capitals = uuid.toUpperCase(Locale.ROOT);
    AuditFilter whole = new AuditFilter(null, null, capitals, null, null, null, 10);
    assertThat(desk.audit.list(whole).entries())
        .extracting(entry -> entry.subject())
        .containsExactly("bulk " + uuid, uuid);
  }

  @Test
  void a_search_that_stops_says_where_to_go_on() throws Exception {
    desk.start("root:4");
    entries(100_010);
    AuditFilter rare = new AuditFilter(null, null, "Thing 7x", null, null, null, 10);
    desk.rows.update(
        "INSERT INTO queue_job.audit (at, actor, action, subject)"
            + " VALUES ('2025-12-31 00:00Z', 'ann', 'x', 'thing 7x')");
    AuditPage first = desk.audit.list(rare);
    assertThat(first.entries()).isEmpty();
    assertThat(first.stopped()).isTrue();
    assertThat(desk.audit.list(rare.after(first.next())).entries()).hasSize(1);
  }

  @Test
  void nobody_rewrites_the_audit() throws Exception {
    desk.start("root:4");
    entries(1);
    for (String statement :
        new String[] {
          "UPDATE queue_job.audit SET actor = 'nobody'",
          "DELETE FROM queue_job.audit",
          "TRUNCATE queue_job.audit"
        }) {
      assertThatThrownBy(() -> desk.rows.update(statement)).hasMessageContaining("what was done");
    }
    assertThat(desk.audit.list(all(10)).entries()).hasSize(1);
  }
}
