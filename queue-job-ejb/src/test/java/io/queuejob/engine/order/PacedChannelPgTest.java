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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S-CH-14, S-CH-16. */
class PacedChannelPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<EngineHarness> nodes = new ArrayList<>();

  @AfterEach
  void stop() {
    nodes.forEach(EngineHarness::close);
    TestDatabase.drop(login);
  }

  private void start(int count, String channels) throws SQLException {
    for (int i = 0; i < count; i++) {
      LedgerBean bean = new LedgerBean();
      EngineHarness node =
          EngineHarness.start(
              login, Map.of("queue-job.channels", channels, "queue-job.node-name", "n" + i), bean);
      bean.openedBy(node.dataSource());
      nodes.add(node);
    }
  }

  private UUID write(int node, String name, String channel, int priority) {
    return nodes
        .get(node)
        .delay(Call.of(LedgerBean.class, "write", name, 1L).in(channel).priority(priority));
  }

  private void awaitRows(int count) throws Exception {
    Await.until(
        "ledger rows", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == count);
  }

  private String order() throws SQLException {
    return rows.one("SELECT string_agg(name, ' ' ORDER BY id) FROM ledger");
  }

  /** As the rows say: priority, creation, id. */
  private String orderOfJobs() throws SQLException {
    return rows.one(
        "SELECT string_agg(arguments::json #>> '{args,0}', ' ' ORDER BY priority, created, id)"
            + " FROM queue_job.job");
  }

  /** Returns when all nodes have seen it. */
  private void pauseRoot(boolean paused) throws Exception {
    rows.update("UPDATE queue_job.channel SET paused = ? WHERE path = 'root'", paused);
    Await.until(
        "seen by all",
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.node n, queue_job.configuration c"
                    + " WHERE n.configuration_seen < c.version"),
        n -> n == 0);
  }

  private void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  @Test
  void a_sequential_channel_runs_in_order_over_all_nodes() throws Exception {
    start(3, "root:4,seq:1:sequential");
    pauseRoot(true);
    for (int i = 0; i < 60; i++) {
      write(i % 3, "j" + i, "seq", 10);
    }
    pauseRoot(false);
    awaitRows(60);
    assertThat(order()).isEqualTo(orderOfJobs());
    assertThat(
            rows.number(
                "SELECT count(*) FROM ledger a JOIN ledger b ON a.id < b.id"
                    + " AND a.began < b.ended AND b.began < a.ended - interval '1 ms'"))
        .isZero();
  }

  @Test
  void a_failed_job_holds_its_sequential_channel_up_and_no_other() throws Exception {
    start(2, "root:4,seq:1:sequential");
    UUID bad = nodes.get(0).delay(Call.of(LedgerBean.class, "failForGood", "bad").in("seq"));
    awaitState(bad, "failed");
    UUID behind = write(1, "behind", "seq", 10);
    awaitState(write(1, "beside", "root", 10), "done");
    awaitState(write(0, "urgent", "seq", 1), "done");
    assertThat(rows.state(behind)).isEqualTo("pending");
    rows.update(
        "UPDATE queue_job.job SET state = 'cancelled', failed = false, finished = now()"
            + " WHERE uuid = ?",
        bad);
    awaitState(behind, "done");
  }

  @Test
  void a_job_that_is_not_due_holds_up_those_behind_it() throws Exception {
    start(2, "root:4,seq:1:sequential");
    UUID later =
        nodes
            .get(0)
            .delay(
                Call.of(LedgerBean.class, "write", "later", 1L)
                    .in("seq")
                    .after(Duration.ofSeconds(2)));
    write(1, "behind", "seq", 10);
    write(1, "first", "seq", 3);
    awaitRows(3);
    assertThat(order()).isEqualTo("first later behind");
    assertThat(rows.state(later)).isEqualTo("done");
  }

  @Test
  void a_sub_channel_takes_turns_with_its_sequential_parent() throws Exception {
    start(2, "root:4,seq:1:sequential");
    pauseRoot(true);
    for (int i = 0; i < 10; i++) {
      write(i % 2, "j" + i, i % 3 == 0 ? "seq" : "seq.part" + i % 3, 10);
    }
    pauseRoot(false);
    awaitRows(10);
    assertThat(order()).isEqualTo(orderOfJobs());
  }

  @Test
  void throttled_starts_keep_their_distance_over_all_nodes() throws Exception {
    start(2, "root:4,api:3:throttle=1");
    for (int i = 0; i < 4; i++) {
      write(i % 2, "t" + i, "api", 10);
    }
    awaitRows(4);
    assertThat(
            rows.number(
                "SELECT count(*) FROM (SELECT began - lag(began) OVER (ORDER BY began) AS gap"
                    + " FROM ledger) g WHERE gap < interval '900 ms'"))
        .isZero();
  }

  @Test
  void a_rate_saves_what_it_allows_and_no_more() throws Exception {
    start(2, "root:8,api:8:rate=5/2");
    for (int i = 0; i < 10; i++) {
      write(i % 2, "r" + i, "api", 10);
    }
    awaitRows(10);
    long millis =
        rows.number(
            "SELECT (extract(epoch FROM max(began) - min(began)) * 1000)::bigint FROM ledger");
    assertThat(millis).isBetween(1_900L, 6_000L);
  }

  @Test
  void a_throttled_channel_does_not_starve_beside_a_busy_one() throws Exception {
    start(1, "root:2,api:1:throttle=1");
    pauseRoot(true);
    for (int i = 0; i < 2_000; i++) {
      write(0, "busy" + i, "root", 10);
    }
    UUID paced = write(0, "paced", "api", 5);
    pauseRoot(false);
    awaitState(paced, "done");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE state = 'pending'"))
        .isPositive();
  }
}
