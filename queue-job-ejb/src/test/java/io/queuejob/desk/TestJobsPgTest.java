package io.queuejob.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.testjob.TestJobAdmin;
import io.queuejob.admin.testjob.TestJobs;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.boot.Engine;
import io.queuejob.internal.operations.testjob.TestJobDesk;
import io.queuejob.internal.storage.function.TestJobRows;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Test jobs that a console makes, which has no beans, and nodes that run them: S-RU-28. */
class TestJobsPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<EngineHarness> nodes = new ArrayList<>();
  private EngineHarness console;
  private TestJobAdmin desk;

  @BeforeEach
  void open() {
    console = EngineHarness.start(login, Map.of("queue-job.runner", "off"));
    Engine engine = console.engine();
    desk =
        new TestJobDesk(
            new TestJobDesk.Stores(
                new TestJobRows(engine.database()),
                engine.graphs(),
                new CommandStore(engine.database())),
            engine.clock(),
            console.transactions(),
            new Random(5));
  }

  @AfterEach
  void close() {
    nodes.forEach(EngineHarness::close);
    console.close();
    TestDatabase.drop(login);
  }

  private void start(String... settings) {
    Map<String, String> all = new HashMap<>(Map.of("queue-job.channels", "root:8"));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    nodes.add(EngineHarness.start(login, all));
  }

  /** Starts a node that runs test jobs, and waits until others know. */
  private void startOffering(String... settings) throws Exception {
    String[] all = List.of("queue-job.test-jobs", "on").toArray(new String[settings.length + 2]);
    System.arraycopy(settings, 0, all, 2, settings.length);
    start(all);
    Await.until(
        "nodes with the function",
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM queue_job.node n JOIN queue_job.function f"
                    + " ON f.id = ANY (n.functions) WHERE f.name LIKE 'io.queuejob.TestJob.%'"),
        n -> n == nodes.size());
  }

  private TestJobs made(Map<String, String> options) {
    TestJobs made = desk.make(options, "ann");
    assertThat(made.result().verdict()).as(made.result().message()).isEqualTo(Verdict.DONE);
    return made;
  }

  private String refusal(Map<String, String> options) {
    TestJobs made = desk.make(options, "ann");
    assertThat(made.result().verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(made.job()).isNull();
    return made.result().message();
  }

  private long jobs(String condition) throws SQLException {
    return rows.number("SELECT count(*) FROM queue_job.job WHERE " + condition);
  }

  private void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  @Test
  void a_node_runs_no_test_jobs_unless_it_was_told_to() throws Exception {
    start();
    Await.until(
        "what the node runs",
        SOON,
        () -> rows.one("SELECT functions::text FROM queue_job.node"),
        "{}"::equals);
    assertThat(refusal(Map.of()))
        .startsWith(
            "QJ7071 no test jobs were made: expected a live node that runs them, found none")
        .contains("queue-job.test-jobs=on");
    assertThat(jobs("true")).isZero();
    assertThat(rows.number("SELECT count(*) FROM queue_job.function")).isZero();
    assertThat(rows.number("SELECT count(*) FROM queue_job.audit WHERE action LIKE '%test%'"))
        .isZero();
  }

  @Test
  void one_job_runs_where_and_as_it_was_asked_to_and_is_in_the_audit() throws Exception {
    startOffering();
    TestJobs made =
        made(Map.of("channel", "mail", "priority", "3", "max_retries", "4", "description", "hi"));
    assertThat(made.graph()).isNull();
    awaitState(made.job(), "done");
    assertThat(
            rows.one(
                "SELECT concat_ws('|', channel, priority, max_retries, description, caller, retry,"
                    + " graph IS NULL) FROM queue_job.job"))
        .isEqualTo("root.mail|3|4|hi|ann|1|t");
    assertThat(
            rows.one(
                "SELECT concat_ws('|', actor, jobs, after->>'channel', after->>'application')"
                    + " FROM queue_job.audit WHERE action = 'make test jobs' AND subject = ?",
                made.job().toString()))
        .isEqualTo("ann|1|root.mail|test");
  }

  @Test
  void a_graph_runs_to_its_end_each_job_once_and_after_all_that_it_waits_for() throws Exception {
    startOffering();
    TestJobs made = made(Map.of("size", "150"));
    Await.until("done", SOON.multipliedBy(3), () -> jobs("state = 'done'"), n -> n == 150);
    assertThat(jobs("graph = '" + made.graph() + "' AND retry = 1")).isEqualTo(150);
    assertThat(rows.number("SELECT count(DISTINCT description) FROM queue_job.job")).isEqualTo(150);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job_dependency")).isGreaterThan(140);
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job_dependency d"
                    + " JOIN queue_job.job p ON p.id = d.parent_id"
                    + " JOIN queue_job.job c ON c.id = d.child_id"
                    + " WHERE d.open OR c.started < p.started"))
        .isZero();
    assertThat(
            rows.one(
                "SELECT jobs || ' ' || (after->>'graph') FROM queue_job.audit"
                    + " WHERE action = 'make test jobs'"))
        .isEqualTo("150 " + made.graph());
  }

  @Test
  void the_largest_graph_is_stored_at_once_and_waits_for_what_is_before_it() throws Exception {
    startOffering("queue-job.channels", "root:8,halt:1:paused");
    made(Map.of("size", "10000", "channel", "halt"));
    assertThat(jobs("state = 'pending'")).isBetween(1L, 5L);
    assertThat(jobs("state = 'wait_dependencies'")).isGreaterThanOrEqualTo(9_995);
    assertThat(rows.number("SELECT count(DISTINCT graph) FROM queue_job.job")).isEqualTo(1);
  }

  @Test
  void a_rate_of_one_fails_with_words_that_say_so() throws Exception {
    startOffering();
    UUID job = made(Map.of("failure_rate", "1")).job();
    awaitState(job, "failed");
    assertThat(rows.one("SELECT error FROM queue_job.job_state WHERE uuid = ?", job))
        .startsWith("QJ4030 test job")
        .contains("failed as it was asked to");
    assertThat(rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(1);
  }

  @Test
  void a_failed_run_is_tried_again_as_often_as_was_asked_for() throws Exception {
    startOffering();
    UUID job = made(Map.of("failure_rate", "1", "max_retries", "2", "steady", "true")).job();
    awaitState(job, "failed");
    assertThat(rows.one("SELECT retry || ' ' || error_message FROM queue_job.job"))
        .startsWith("2 QJ4003 all 2 attempts used up")
        .contains("QJ4030");
  }

  @Test
  void the_application_is_named_where_several_would_run_them() throws Exception {
    startOffering("queue-job.application", "shop");
    startOffering("queue-job.application", "bank");
    assertThat(refusal(Map.of())).startsWith("QJ7072").contains("found those of bank, shop");
    assertThat(refusal(Map.of("application", "zoo")))
        .startsWith("QJ7071")
        .contains("application 'zoo'", "found those of bank, shop");
    UUID job = made(Map.of("application", "shop")).job();
    awaitState(job, "done");
    assertThat(rows.one("SELECT application FROM queue_job.job_state WHERE uuid = ?", job))
        .isEqualTo("shop");
  }

  @Test
  void a_channel_that_takes_no_more_takes_no_test_job() throws Exception {
    startOffering("queue-job.channels", "root:8,few:1:paused:max_waiting=1");
    console.close();
    open();
    made(Map.of("channel", "few"));
    assertThat(refusal(Map.of("channel", "few"))).startsWith("QJ3008 channel root.few");
    assertThat(jobs("true")).isEqualTo(1);
  }

  @Test
  void what_cannot_be_used_is_refused_before_anything_is_stored() throws Exception {
    startOffering();
    assertThatThrownBy(() -> desk.make(Map.of("failure_rate", "2"), "ann"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("QJ7070 failure_rate");
    assertThat(jobs("true")).isZero();
  }
}
