package io.queuejob.engine.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobRef;
import io.queuejob.api.run.JobFailed;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.execution.OncePerKey;
import io.queuejob.internal.operations.ApplicationLookup;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.run.OnceStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Progress, lines, timeouts, transactions, hooks, context and effects of one job at a time. */
class InsideJobPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final TalkingJobs bean = new TalkingJobs();
  private final List<JobFailed> failed = new CopyOnWriteArrayList<>();
  private final AtomicInteger callers = new AtomicInteger();
  private EngineHarness node;

  @BeforeEach
  void start() {
    node =
        EngineHarness.start(
            login,
            Map.of("queue-job.channels", "root:2"),
            new Environment.Seams(
                new Crossing(List.of(new Tenants()), () -> "ann".repeat(callers.getAndSet(0))),
                this::hear,
                CallAttributes.NONE),
            bean);
    bean.transactions = node.transactions();
    bean.guard =
        new OncePerKey(() -> new OnceStore(node.engine().database(), "test"), node.transactions());
  }

  private void hear(JobFailed event) {
    failed.add(event);
    throw new IllegalStateException("an observer that fails");
  }

  @AfterEach
  void stop() {
    bean.gate.countDown();
    node.close();
    TestDatabase.drop(login);
  }

  private UUID delay(String method, Object... arguments) {
    return node.delay(Call.of(TalkingJobs.class, method, arguments));
  }

  private void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  private String error(UUID job) throws Exception {
    return rows.one("SELECT error FROM queue_job.job_state WHERE uuid = ?", job);
  }

  /** S-IS-21: progress and lines are seen while the job runs, and lines stay after a rollback. */
  @Test
  void progress_and_lines_are_seen_while_it_runs_and_lines_stay() throws Exception {
    UUID job = delay("reportAndWait");
    Await.until(
        "progress",
        SOON,
        () -> rows.number("SELECT count(*) FROM queue_job.job_run WHERE progress_text = 'nearly'"),
        n -> n == 1);
    assertThat(rows.number("SELECT progress_done * 100 + progress_of FROM queue_job.job_run"))
        .isEqualTo(709);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job_log")).isBetween(201L, 800L);
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job_log WHERE text LIKE '… % lines more were not"
                    + " kept'"))
        .isPositive();
    bean.gate.countDown();
    awaitState(job, "failed");
    Await.until(
        "last line",
        SOON,
        () -> rows.number("SELECT count(*) FROM queue_job.job_log WHERE text = 'last words'"),
        n -> n == 1);
  }

  /** S-RU-26: interrupted, rolled back, failed with a clear text. */
  @Test
  void a_job_that_runs_too_long_is_interrupted_and_fails() throws Exception {
    UUID loud = delay("tooSlow");
    UUID silent = delay("tooSlowAndSilent");
    awaitState(loud, "failed");
    awaitState(silent, "failed");
    assertThat(error(loud)).startsWith("QJ4011 timed out").contains("within its 1 s");
    assertThat(error(silent)).startsWith("QJ4011 timed out");
    assertThat(bean.seen).containsExactly("interrupted");
  }

  /** Cooperative cancel, from the request to the state. */
  @Test
  void a_running_job_hears_that_it_is_to_stop() throws Exception {
    UUID job = delay("untilCancelled");
    Await.until("start", SOON, () -> bean.seen, List.of("started")::equals);
    new ApplicationLookup(new CommandStore(node.engine().database()), node.engine().clock())
        .cancel(new JobRef(job), true);
    awaitState(job, "cancelled");
    assertThat(failed).isEmpty();
  }

  /** S-RE-17: the start is committed first, the outcome after it. */
  @Test
  void a_job_without_transaction_is_seen_and_completed() throws Exception {
    UUID job = delay("withoutTransaction");
    Await.until(
        "start", SOON, () -> rows.number("SELECT count(*) FROM queue_job.job_run"), n -> n == 1);
    awaitState(job, "started");
    bean.gate.countDown();
    awaitState(job, "done");
    assertThat(rows.one("SELECT result FROM queue_job.job WHERE uuid = ?", job)).isEqualTo("42");
    Await.until("hook", SOON, () -> bean.seen.size(), n -> n == 2);
    assertThat(bean.seen).containsExactly("transaction: false", "after");
  }

  @Test
  void a_job_without_transaction_fails_like_others() throws Exception {
    UUID job = delay("failWithoutTransaction");
    awaitState(job, "failed");
    assertThat(error(job)).isEqualTo("no good");
  }

  /** S-RE-16: told once, after the failure is written; a failing observer hides nothing. */
  @Test
  void a_final_failure_is_told_once_and_stays() throws Exception {
    UUID job = delay("failWithoutTransaction");
    Await.until("event", SOON, () -> failed.size(), n -> n == 1);
    assertThat(rows.state(job)).isEqualTo("failed");
    JobFailed event = failed.get(0);
    assertThat(event.ref()).isEqualTo(new JobRef(job));
    assertThat(event.errorMessage()).isEqualTo("no good");
    assertThat(event.function()).contains("TalkingJobs.failWithoutTransaction");
  }

  @Test
  void what_is_wanted_after_the_commit_happens_after_it_only() throws Exception {
    UUID job = delay("afterCommit");
    awaitState(job, "done");
    Await.until("hook", SOON, () -> bean.seen.size(), n -> n == 2);
    assertThat(bean.seen).containsExactly("called", "after, in a transaction: false");
    bean.seen.clear();
    UUID none = delay("afterNoCommit");
    awaitState(none, "done");
    assertThat(rows.one("SELECT result FROM queue_job.job WHERE uuid = ?", none))
        .isEqualTo("already there");
    assertThat(bean.seen).isEmpty();
  }

  /** S-SE-05, S-SE-06: what the caller had is there, and nothing of it after the job. */
  @Test
  void the_callers_context_crosses_and_is_taken_back() throws Exception {
    Tenants.use("acme");
    UUID job = delay("carried");
    Tenants.use(null);
    awaitState(job, "done");
    assertThat(bean.seen.get(0))
        .startsWith(java.util.Locale.getDefault() + " " + java.time.ZoneId.systemDefault())
        .endsWith(" acme acme");
    bean.seen.clear();
    for (int i = 0; i < 5; i++) {
      awaitState(delay("carried"), "done");
    }
    assertThat(bean.seen).hasSize(5).allMatch(seen -> seen.endsWith(" null null"));
  }

  /** S-SE-05, S-SE-06: a job of a job has the first caller, and what follows a job its tenant. */
  @Test
  void the_first_caller_is_known_to_jobs_of_jobs_and_the_tenant_after_the_commit()
      throws Exception {
    bean.another = () -> delay("called", false);
    Tenants.use("acme");
    callers.set(1);
    UUID job = delay("called", true);
    Tenants.use(null);
    awaitState(job, "done");
    Await.until("both", SOON, () -> bean.seen.size(), n -> n == 4);
    assertThat(bean.seen)
        .containsExactlyInAnyOrder(
            "called by ann", "after, for acme", "called by ann", "after, for acme");
  }

  @Test
  void an_effect_happens_at_most_once_for_its_key() throws Exception {
    awaitState(delay("pay", "bill 1"), "done");
    awaitState(delay("pay", "bill 1"), "done");
    assertThat(bean.seen).containsExactly("paid", "DONE_NOW", "DONE_BEFORE");
    bean.seen.clear();
    awaitState(delay("payBadly", "bill 2"), "failed");
    awaitState(delay("pay", "bill 2"), "done");
    assertThat(bean.seen).containsExactly("UNKNOWN");
    bean.guard.forget("bill 2");
    awaitState(delay("pay", "bill 2"), "done");
    assertThat(bean.seen).containsExactly("UNKNOWN", "paid", "DONE_NOW");
  }
}
