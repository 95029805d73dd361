package io.queuejob.engine.inside;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobRef;
import io.queuejob.api.call.CancelResult;
import io.queuejob.api.run.JobFailed;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.capture.attribute.CallAttributes;
import io.queuejob.internal.context.Crossing;
import io.queuejob.internal.operations.ApplicationLookup;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.StuckSweep;
import io.queuejob.internal.storage.chore.StuckStore;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that are asked to stop, by a person or by their time, and how they take it. */
class AskedToStopPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final TalkingJobs bean = new TalkingJobs();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private EngineHarness node;

  @BeforeEach
  void start() {
    node =
        EngineHarness.start(
            login,
            Map.of("queue-job.channels", "root:1"),
            new Environment.Seams(
                new Crossing(List.of(new Tenants())), this::hear, CallAttributes.NONE),
            bean);
  }

  private void hear(JobFailed event) {
    told.add("interrupted: " + Thread.currentThread().isInterrupted() + ", of " + Tenants.now());
  }

  @AfterEach
  void stop() {
    bean.gate.countDown();
    node.close();
    TestDatabase.drop(login);
  }

  private UUID delay(String method) {
    return node.delay(Call.of(TalkingJobs.class, method));
  }

  private void awaitState(UUID job, String state) throws Exception {
    Await.until("state of " + job, SOON, () -> rows.state(job), state::equals);
  }

  private void cancel(UUID job) {
    ApplicationLookup lookup =
        new ApplicationLookup(new CommandStore(node.engine().database()), node.engine().clock());
    assertThat(lookup.cancel(new JobRef(job), true)).isEqualTo(CancelResult.REQUESTED);
  }

  private UUID cancelled(String method) throws Exception {
    UUID job = delay(method);
    Await.until("start", SOON, () -> bean.seen, List.of("started")::equals);
    cancel(job);
    Await.until(
        "end of the run",
        SOON,
        () -> rows.number("SELECT count(*) FROM queue_job.job_attempt"),
        n -> n > 0);
    return job;
  }

  /** A cancel that was taken on does not come to nothing because the run did not end well. */
  @Test
  void one_that_asks_for_another_attempt_gets_none() throws Exception {
    UUID job = cancelled("busyWhenCancelled");
    assertThat(rows.state(job)).isEqualTo("cancelled");
    assertThat(
            rows.one(
                "SELECT concat_ws('|', result, retry, due, blocking_key, finished IS NOT NULL)"
                    + " FROM queue_job.job WHERE uuid = ?",
                job))
        .isEqualTo("cancelled in place of another attempt, by the application|0|t");
    assertThat(
            rows.one(
                "SELECT string_agg(outcome || ' ' || message, ';') FROM queue_job.job_attempt"))
        .isEqualTo("cancelled busy");
  }

  /** S-GC-07: what is put back by hand is asked to stop, and makes room for the next run. */
  @Test
  void a_run_whose_job_was_put_back_is_asked_to_stop_and_leaves_its_slot() throws Exception {
    UUID job = delay("untilCancelled");
    awaitState(job, "started");
    CommandStore commands = new CommandStore(node.engine().database());
    StuckSweep sweep =
        new StuckSweep(new StuckStore(node.engine().database()), commands, node.transactions());
    new JobDesk(null, null, sweep, node.transactions())
        .requeueStuck(Duration.ZERO, Duration.ofMillis(1), "ann");
    Await.until("runs", SOON, () -> bean.seen, List.of("started", "started")::equals);
    assertThat(rows.state(job)).isIn("enqueued", "started");
    cancel(job);
    awaitState(job, "cancelled");
  }

  @Test
  void one_may_say_so_by_an_exception_with_an_interruption_as_its_cause() throws Exception {
    assertThat(rows.state(cancelled("wrappedWhenCancelled"))).isEqualTo("cancelled");
  }

  /** S-RE-16, S-RU-26: what follows the run is not interrupted, and has the caller's context. */
  @Test
  void the_interrupt_of_a_timeout_ends_with_the_call() throws Exception {
    Tenants.use("acme");
    UUID job = delay("tooSlowAndPolite");
    Tenants.use(null);
    awaitState(job, "failed");
    Await.until("event", SOON, () -> told, List.of("interrupted: false, of acme")::equals);
  }
}
