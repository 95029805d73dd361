package io.queuejob.engine.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the call to the effect, on one node. */
class StreetPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Less than the pulse: what took no longer was rung for. */
  private static final Duration RUNG = Duration.ofMillis(1900);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final LedgerBean bean = new LedgerBean();
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    node =
        EngineHarness.start(
            login, Map.of("queue-job.channels", "root:4,mail:1", "queue-job.pulse", "2s"), bean);
    bean.openedBy(node.dataSource());
  }

  @AfterEach
  void stop() {
    node.close();
    TestDatabase.drop(login);
  }

  private void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  @Test
  void a_committed_call_has_its_effect_once() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "write", "one", 0L));
    awaitState(job, "done");
    assertThat(rows.number("SELECT count(*) FROM ledger WHERE name = 'one'")).isEqualTo(1);
    assertThat(rows.number("SELECT retry FROM queue_job.job WHERE uuid = ?", job)).isEqualTo(1);
  }

  @Test
  void a_call_rolled_back_leaves_no_trace() throws Exception {
    node.transactions().begin(SOON);
    node.delay(Call.of(LedgerBean.class, "write", "ghost", 0L));
    node.transactions().rollback();
    UUID after = node.delay(Call.of(LedgerBean.class, "write", "after", 0L));
    awaitState(after, "done");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(1);
    assertThat(rows.number("SELECT count(*) FROM ledger WHERE name = 'ghost'")).isZero();
  }

  @Test
  void an_exception_rolls_the_work_back_and_fails_the_job() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "failAfterWriting", "bad"));
    awaitState(job, "failed");
    assertThat(rows.number("SELECT count(*) FROM ledger")).isZero();
    assertThat(rows.one("SELECT error FROM queue_job.job_state WHERE uuid = ?", job))
        .isEqualTo("no good: bad");
    assertThat(
            rows.one(
                "SELECT a.error_class || ' ' || a.outcome FROM queue_job.job_attempt a"
                    + " JOIN queue_job.job j ON j.id = a.job_id WHERE j.uuid = ?"
                    + " AND stack_trace LIKE '%failAfterWriting%'",
                job))
        .isEqualTo("java.lang.IllegalArgumentException failed");
  }

  @Test
  void a_retryable_error_runs_again_after_its_delay() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "retryUntil", "third", 3));
    awaitState(job, "done");
    assertThat(rows.number("SELECT retry FROM queue_job.job WHERE uuid = ?", job)).isEqualTo(3);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(2);
    assertThat(rows.number("SELECT count(*) FROM ledger")).isEqualTo(1);
  }

  @Test
  void attempts_used_up_fail_the_job_with_the_last_error() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "retryUntil", "never", 9).attempts(2));
    awaitState(job, "failed");
    assertThat(rows.one("SELECT error FROM queue_job.job_state WHERE uuid = ?", job))
        .contains("all 2 attempts used up", "busy");
    assertThat(rows.number("SELECT retry FROM queue_job.job WHERE uuid = ?", job)).isEqualTo(2);
  }

  @Test
  void nothing_to_do_rolls_back_and_ends_done() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "nothingToDo", "x"));
    awaitState(job, "done");
    assertThat(rows.number("SELECT count(*) FROM ledger")).isZero();
    assertThat(rows.one("SELECT result FROM queue_job.job WHERE uuid = ?", job))
        .isEqualTo("already there");
  }

  @Test
  void a_result_is_stored_as_json() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "answer"));
    awaitState(job, "done");
    assertThat(rows.one("SELECT result FROM queue_job.job WHERE uuid = ?", job)).isEqualTo("42");
  }

  @Test
  void an_eta_is_waited_for_and_not_much_longer() throws Exception {
    UUID job =
        node.delay(Call.of(LedgerBean.class, "write", "later", 0L).after(Duration.ofMillis(1500)));
    awaitState(job, "done");
    assertThat(
            rows.one(
                "SELECT started >= eta AND started < eta + interval '2.5 s'"
                    + " FROM queue_job.job WHERE uuid = ?",
                job))
        .isEqualTo("t");
  }

  @Test
  void a_damaged_payload_fails_its_job_and_no_other() throws Exception {
    UUID damaged =
        node.delay(Call.of(LedgerBean.class, "write", "x", 0L).after(Duration.ofSeconds(1)));
    rows.update(
        "UPDATE queue_job.job SET arguments = '{\"v\":1,\"args\":[\"x' WHERE uuid = ?", damaged);
    UUID good = node.delay(Call.of(LedgerBean.class, "write", "good", 0L));
    awaitState(damaged, "failed");
    awaitState(good, "done");
    assertThat(rows.one("SELECT error FROM queue_job.job_state WHERE uuid = ?", damaged))
        .startsWith("QJ12");
  }

  @Test
  void a_running_job_shows_as_started_on_its_node() throws Exception {
    bean.shutGate();
    UUID job = node.delay(Call.of(LedgerBean.class, "writeAtGate", "slow"));
    Await.until("started", SOON, () -> rows.state(job), "started"::equals);
    assertThat(rows.one("SELECT node FROM queue_job.job_state WHERE uuid = ?", job))
        .isEqualTo(node.engine().nodeLabel().orElseThrow());
    bean.openGate();
    awaitState(job, "done");
    Await.until(
        "runs", SOON, () -> rows.number("SELECT count(*) FROM queue_job.job_run"), n -> n == 0);
  }

  @Test
  void capacities_hold_at_each_level() throws Exception {
    for (int i = 0; i < 20; i++) {
      node.delay(Call.of(LedgerBean.class, "write", "mail", 30L).in("root.mail.bulk"));
      node.delay(Call.of(LedgerBean.class, "write", "other", 30L));
    }
    Await.until("all done", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == 40);
    String deepest =
        "SELECT max(n) FROM (SELECT (SELECT count(*) FROM ledger o WHERE o.began <= l.began"
            + " AND o.ended > l.began AND o.name LIKE ?) AS n FROM ledger l"
            + " WHERE name LIKE ?) x";
    assertThat(rows.number(deepest, "mail", "mail")).isEqualTo(1);
    assertThat(rows.number(deepest, "%", "%")).isBetween(2L, 4L);
  }

  @Test
  void many_small_jobs_drain_each_once_and_leave_no_claims_behind() throws Exception {
    node.transactions().begin(SOON);
    for (int i = 0; i < 3000; i++) {
      node.delay(Call.of(LedgerBean.class, "write", "n" + i, 0L));
    }
    node.transactions().commit();
    Await.until(
        "all done",
        Duration.ofSeconds(60),
        () -> rows.number("SELECT count(*) FROM queue_job.job WHERE state = 'done'"),
        n -> n == 3000);
    assertThat(rows.number("SELECT count(DISTINCT name) FROM ledger")).isEqualTo(3000);
    assertThat(rows.number("SELECT count(*) FROM ledger")).isEqualTo(3000);
    Await.until(
        "claims", SOON, () -> rows.number("SELECT count(*) FROM queue_job.claim"), n -> n == 0);
  }

  @Test
  void rows_of_foreign_sql_run_at_once() throws Exception {
    awaitState(node.delay(Call.of(LedgerBean.class, "write", "first", 0L)), "done");
    rows.update(
        "INSERT INTO queue_job.job (function_id, arguments) SELECT function_id,"
            + " '{\"v\":1,\"args\":[\"foreign\",0]}' FROM queue_job.job LIMIT 1");
    Await.until(
        "foreign row",
        RUNG,
        () -> rows.number("SELECT count(*) FROM ledger WHERE name = 'foreign'"),
        n -> n == 1);
  }

  /** S-JF-09, S-DB-03 */
  @Test
  void a_function_has_one_row_however_often_it_is_called() throws Exception {
    awaitState(node.delay(Call.of(LedgerBean.class, "write", "one", 0L)), "done");
    awaitState(node.delay(Call.of(LedgerBean.class, "write", "two", 0L)), "done");
    assertThat(rows.number("SELECT count(*) FROM queue_job.function WHERE name LIKE '%write(%'"))
        .isEqualTo(1);
    assertThatThrownBy(
            () ->
                rows.update(
                    "INSERT INTO queue_job.function (application, name)"
                        + " SELECT application, name FROM queue_job.function"))
        .hasMessageContaining("function_application_name_key");
  }
}
