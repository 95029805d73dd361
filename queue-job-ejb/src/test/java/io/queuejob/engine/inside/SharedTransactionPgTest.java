package io.queuejob.engine.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.BeanFunctions;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several jobs, one commit: all or each by itself (S-RE-14, S-RE-17, S-DL-12). */
class SharedTransactionPgTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int JOBS = 1_000;

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final SmallJobs bean = new SmallJobs();
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    node = EngineHarness.start(login, Map.of("queue-job.channels", "root:4,one:1"), bean);
    bean.openedBy(node.dataSource());
  }

  @AfterEach
  void stop() {
    bean.openGate();
    node.close();
    TestDatabase.drop(login);
  }

  private void fill(String method, String channel, int jobs) throws Exception {
    int function =
        node.engine().functionNumbers().numberOf(BeanFunctions.name(SmallJobs.class, method));
    rows.update(
        "INSERT INTO queue_job.job (function_id, channel, origin, description, arguments)"
            + " SELECT ?, ?, 'engine', n::text, '{\"v\":1,\"args\":[' || n || ']}'"
            + " FROM generate_series(1, ?) n",
        function,
        ChannelPath.of(channel).text(),
        jobs);
    node.engine().ring(function, ChannelPath.of(channel));
  }

  private void awaitNumber(String what, String query, long expected) throws Exception {
    Await.until(what, SOON, () -> rows.number(query), n -> n == expected);
  }

  private void awaitOver() throws Exception {
    awaitNumber(
        "jobs not over",
        "SELECT count(*) FROM queue_job.job WHERE state NOT IN ('done', 'failed')",
        0);
  }

  @Test
  void small_jobs_share_commits_and_each_has_its_effect_once() throws Exception {
    fill("write", "root", JOBS);
    awaitOver();
    assertThat(rows.number("SELECT count(DISTINCT n) FROM small")).isEqualTo(JOBS);
    assertThat(rows.number("SELECT count(*) FROM small")).isEqualTo(JOBS);
    assertThat(rows.number("SELECT count(DISTINCT xid) FROM small")).isLessThan(JOBS / 5);
    assertThat(rows.number("SELECT max(c) FROM (SELECT count(*) c FROM small GROUP BY xid) x"))
        .isBetween(2L, 50L);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE retry <> 1")).isZero();
  }

  @Test
  void each_result_is_kept_with_what_is_secret_in_it() throws Exception {
    fill("writeSecretly", "root", 100);
    awaitOver();
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job"
                    + " WHERE result = description AND result_secret = '[\"\"]'"))
        .isEqualTo(100);
  }

  /** S-GR-15: parents that end by one commit; a child of all, and one of each of two. */
  @Test
  void parents_that_share_a_commit_release_their_children_once() throws Exception {
    int write =
        node.engine().functionNumbers().numberOf(BeanFunctions.name(SmallJobs.class, "write"));
    rows.update(
        """
        WITH job AS (
          INSERT INTO queue_job.job (function_id, origin, description, arguments, graph, state, waits)
          SELECT ?, 'engine', n::text, '{"v":1,"args":[' || n || ']}',
            '00000000-0000-4000-8000-000000000001',
            CASE WHEN n > 1000 THEN 'wait_dependencies' ELSE 'pending' END, n <= 1000
          FROM generate_series(1, 1501) n
          RETURNING id, description::int AS n)
        INSERT INTO queue_job.job_dependency (parent_id, child_id)
        SELECT p.id, c.id FROM job p JOIN job c
          ON p.n <= 1000 AND (c.n = 1501 OR c.n = 1000 + (p.n + 1) / 2)
        WHERE c.n > 1000
        """,
        write);
    node.engine().ring(write, ChannelPath.ROOT);
    awaitOver();
    assertThat(rows.number("SELECT count(*) FROM small")).isEqualTo(1_501);
    assertThat(rows.number("SELECT count(DISTINCT n) FROM small")).isEqualTo(1_501);
    assertThat(rows.number("SELECT count(DISTINCT xid) FROM small")).isLessThan(750);
    awaitNumber("notes to release", "SELECT count(*) FROM queue_job.job_release", 0);
    assertThat(rows.number("SELECT count(*) FROM queue_job.defect")).isZero();
  }

  @Test
  void one_that_fails_costs_the_others_neither_effect_nor_attempt() throws Exception {
    fill("writeOrFail", "root", JOBS);
    awaitOver();
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE state = 'failed'"))
        .isEqualTo(JOBS / 50);
    assertThat(rows.number("SELECT count(*) FROM small WHERE n % 50 = 7")).isZero();
    assertThat(rows.number("SELECT count(DISTINCT n) FROM small")).isEqualTo(JOBS - JOBS / 50);
    assertThat(rows.number("SELECT count(*) FROM small")).isEqualTo(JOBS - JOBS / 50);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE retry <> 1")).isZero();
    assertThat(rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(JOBS / 50);
    assertThat(
            rows.number("SELECT count(*) FROM queue_job.job WHERE error_message LIKE 'no good: %'"))
        .isEqualTo(JOBS / 50);
  }

  @Test
  void one_that_asks_to_be_run_again_counts_its_own_attempts_only() throws Exception {
    fill("writeOrRetry", "root", JOBS);
    awaitOver();
    assertThat(rows.number("SELECT count(*) FROM small")).isEqualTo(JOBS);
    assertThat(rows.number("SELECT count(DISTINCT n) FROM small")).isEqualTo(JOBS);
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job WHERE retry <> 1"
                    + " AND description::int % 50 <> 7"))
        .isZero();
  }

  @Test
  void a_lost_claim_rolls_all_back_and_the_others_run_again() throws Exception {
    fill("writeAtGate", "one", 200);
    awaitOver();
    rows.update("TRUNCATE small, queue_job.job");
    int before = bean.calls();
    bean.shutGate();
    fill("writeAtGate", "one", 30);
    Await.until("calls up to the gate", SOON, bean::calls, n -> n == before + 5);
    rows.update("UPDATE queue_job.job SET token = -1 WHERE description = '5'");
    bean.openGate();
    awaitNumber("done", "SELECT count(*) FROM queue_job.job WHERE state = 'done'", 29);
    assertThat(rows.number("SELECT count(*) FROM small")).isEqualTo(29);
    assertThat(rows.number("SELECT count(*) FROM small WHERE n = 5")).isZero();
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE retry > 1")).isZero();
  }
}
