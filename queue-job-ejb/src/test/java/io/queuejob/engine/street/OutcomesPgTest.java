package io.queuejob.engine.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobRef;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a job whose method ends in each of the ways there are: S-RE. */
class OutcomesPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final RaisingJobs bean = new RaisingJobs();
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    LedgerBean ledger = new LedgerBean();
    node = EngineHarness.start(login, Map.of("queue-job.channels", "root:4"), bean, ledger);
    ledger.openedBy(node.dataSource());
    bean.dataSource = node.dataSource();
    bean.queue = node::delay;
  }

  @AfterEach
  void stop() {
    node.close();
    TestDatabase.drop(login);
  }

  private static Call call(String method, Object... arguments) {
    return Call.of(RaisingJobs.class, method, arguments);
  }

  private void awaitRow(UUID job, String columns, String expected) throws Exception {
    String query = "SELECT concat_ws('|', " + columns + ") FROM queue_job.job WHERE uuid = ?";
    Await.until(columns + " of " + job, SOON, () -> rows.one(query, job), expected::equals);
  }

  /** S-RE-04, S-CO-03; S-RE-13: what is kept of an attempt that is tried again. */
  @Test
  void an_error_that_names_no_delay_is_tried_again_after_ten_minutes() throws Exception {
    UUID job = node.delay(call("busy"));
    awaitRow(job, "state, retry, error_message", "pending|1|busy");
    awaitRow(
        job,
        "extract(epoch FROM due - changed)::numeric(9, 1), due - eta < interval '1 ms', waits,"
            + " token IS NULL",
        "600.0|t|f|t");
  }

  /** S-RE-02, S-WS-03 */
  @Test
  void an_attempt_that_does_not_count_uses_none_up() throws Exception {
    UUID job = node.delay(call("notYet").attempts(1));
    awaitRow(job, "state, retry, error_message IS NULL", "done|1|t");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(3);
  }

  /** S-RE-08, S-WS-11: passing errors never use the attempts up, and success clears them. */
  @Test
  void passing_errors_of_the_database_are_tried_again_on_their_own_budget() throws Exception {
    for (String state : List.of("40001", "40P01", "55P03", "08006")) {
      UUID job = node.delay(call("once", state).attempts(1));
      awaitRow(job, "state, retry, transient_retries, error_message", "done|1|1");
    }
    assertThat(rows.one("SELECT string_agg(DISTINCT outcome, '') FROM queue_job.job_attempt"))
        .isEqualTo("retry");
  }

  /** S-RE-08 */
  @Test
  void passing_errors_without_end_fail_the_job() throws Exception {
    UUID job = node.delay(call("always", "40001").after(Duration.ofSeconds(1)));
    rows.update("UPDATE queue_job.job SET transient_retries = 10");
    awaitRow(job, "state, retry", "failed|1");
    assertThat(rows.one("SELECT error FROM queue_job.job_state WHERE uuid = ?", job))
        .startsWith("QJ4004 10 passing database errors")
        .contains("met 40001");
  }

  /** S-RE-08: only those in a row are counted; a run that ends otherwise shows that it passed. */
  @Test
  void a_run_of_another_end_gives_the_budget_of_passing_errors_back() throws Exception {
    UUID job = node.delay(call("busy").after(Duration.ofSeconds(1)));
    rows.update("UPDATE queue_job.job SET transient_retries = 9");
    awaitRow(job, "state, retry, transient_retries", "pending|1|0");
  }

  /** S-ST-05: what an earlier run left is kept until the next end, good or bad, and no longer. */
  @Test
  void a_failure_takes_an_earlier_result_away() throws Exception {
    UUID job = node.delay(call("giveUp").after(Duration.ofSeconds(1)));
    rows.update("UPDATE queue_job.job SET result = 'cancelled by ann'");
    awaitRow(job, "state, result, error_message", "failed|given up");
  }

  /** S-RE-10 */
  @Test
  void nothing_to_do_without_a_message_has_a_text_of_its_own() throws Exception {
    awaitRow(node.delay(call("idle")), "state, retry, result", "done|1|nothing to do");
  }

  /** S-RE-04: a delay that is over is none. */
  @Test
  void an_error_whose_delay_is_negative_is_tried_again_at_once() throws Exception {
    awaitRow(node.delay(call("lateAlready")), "state, retry", "done|2");
  }

  /** S-RE-06, S-RE-02: within its range also below a second, not counted, and with its cause. */
  @Test
  void an_error_may_have_a_range_not_count_and_name_its_cause() throws Exception {
    UUID job = node.delay(call("inAMoment"));
    awaitRow(job, "retry, extract(epoch FROM eta - changed)::numeric(9, 1)", "0|1.2");
    awaitRow(node.delay(call("because")), "state, error_message", "pending|busy");
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job_attempt WHERE stack_trace LIKE '%Caused by:"
                    + " java.sql.SQLException: the disk is full%'"))
        .isEqualTo(1);
  }

  /** S-RE-08: a real one, raised by the database when the job's work is committed. */
  @Test
  void an_error_that_the_commit_raises_counts_like_one_of_the_method() throws Exception {
    rows.update("CREATE TABLE late (name text)");
    rows.update("CREATE SEQUENCE first_time");
    rows.update(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " IF nextval('first_time') = 1 THEN RAISE SQLSTATE '40001'; END IF;"
            + " RETURN NULL; END $$");
    rows.update(
        "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW EXECUTE FUNCTION refuse()");
    UUID job = node.delay(call("collide", "x").attempts(1));
    awaitRow(job, "state, retry, transient_retries", "done|1|1");
    assertThat(bean.calls).hasValue(2);
    assertThat(rows.number("SELECT count(*) FROM late")).isEqualTo(1);
  }

  /** S-RE-08: a real one, raised within the method. */
  @Test
  void a_lock_that_somebody_holds_is_waited_for_by_another_attempt() throws Exception {
    rows.update("CREATE TABLE late (name text)");
    rows.update("INSERT INTO late VALUES ('row')");
    try (Connection holder = login.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT name FROM late FOR UPDATE");
      UUID job = node.delay(call("wantRow").attempts(1));
      awaitRow(job, "state, retry, transient_retries", "pending|0|1");
      holder.rollback();
      awaitRow(job, "state, retry", "done|1");
    }
    assertThat(rows.one("SELECT name FROM late")).isEqualTo("row!");
  }

  /** S-RE-09, S-RE-11 */
  @Test
  void other_errors_fail_the_job_at_once() throws Exception {
    UUID job = node.delay(call("always", "23505"));
    UUID given = node.delay(call("giveUp"));
    awaitRow(job, "state, retry, error_class, error_message", "failed|1|" + sqlError("23505"));
    awaitRow(given, "state, retry, error_message", "failed|1|given up");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(2);
  }

  private static String sqlError(String state) {
    return "java.sql.SQLException|met " + state;
  }

  /** S-PR-10: only nothing is stored as nothing. */
  @Test
  void results_that_look_like_nothing_are_kept() throws Exception {
    Map<String, String> results =
        Map.of("zero", "0", "no", "false", "empty", "\"\"", "none", "[]", "nothing", "-");
    for (Map.Entry<String, String> one : results.entrySet()) {
      awaitRow(
          node.delay(call(one.getKey())), "state, coalesce(result, '-')", "done|" + one.getValue());
    }
  }

  /** S-DL-12 */
  @Test
  void what_an_attempt_delays_is_there_only_if_it_commits() throws Exception {
    UUID job = node.delay(call("delayThree"));
    awaitRow(job, "state, retry", "done|2");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job")).isEqualTo(4);
    Await.until("all", SOON, () -> rows.number("SELECT count(*) FROM ledger"), n -> n == 3);
  }

  /** S-DL-08 */
  @Test
  void each_attempt_gets_the_arguments_as_they_were_given() throws Exception {
    awaitRow(node.delay(call("append", List.of(7))), "state, retry", "done|2");
    assertThat(bean.seen).containsExactly("[7, 8]", "[7, 8]");
  }

  /** S-PR-11 */
  @Test
  void a_job_knows_its_own_reference_and_attempt() throws Exception {
    UUID job = node.delay(call("self"));
    awaitRow(job, "state, result", "done|\"" + new JobRef(job) + " 2\"");
  }
}
