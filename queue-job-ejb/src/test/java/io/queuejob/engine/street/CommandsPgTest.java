package io.queuejob.engine.street;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do to a job, and which of its columns that changes: S-ST-03 to S-ST-09. */
class CommandsPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final LedgerBean bean = new LedgerBean();
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    node = EngineHarness.start(login, Map.of("queue-job.channels", "root:4"), bean);
    bean.openedBy(node.dataSource());
  }

  @AfterEach
  void stop() {
    bean.openGate();
    node.close();
    TestDatabase.drop(login);
  }

  private CommandResult command(Function<JobCommands, CommandResult> act) throws Exception {
    JobCommands commands = new JobCommands(new CommandStore(new JoinedDatabase(node.dataSource())));
    return node.transactions().inNew(SOON, () -> act.apply(commands));
  }

  private void awaitRow(UUID job, String columns, String expected) throws Exception {
    String query = "SELECT concat_ws('|', " + columns + ") FROM queue_job.job WHERE uuid = ?";
    Await.until(columns + " of " + job, SOON, () -> rows.one(query, job), expected::equals);
  }

  private UUID failed() throws Exception {
    bean.fail(true);
    UUID job = node.delay(Call.of(LedgerBean.class, "failWhileTold", "x"));
    awaitRow(job, "state, retry", "failed|1");
    bean.fail(false);
    return job;
  }

  /** S-ST-04, S-ST-05, S-RE-15, S-WS-04 */
  @Test
  void a_requeue_starts_anew_but_keeps_the_eta_and_what_was_wrong() throws Exception {
    UUID job = failed();
    rows.update("UPDATE queue_job.job SET eta = now() + interval '2 hours', transient_retries = 3");
    assertThat(command(c -> c.requeue(job, "ann")).state()).isEqualTo("pending");
    awaitRow(
        job,
        "state, retry, transient_retries, due = eta, waits, started, finished, token,"
            + " error_message",
        "pending|0|0|t|f|told to fail: x");
    rows.update("UPDATE queue_job.job SET due = now(), eta = now()");
    awaitRow(job, "state, retry, error_class, error_message, started < finished", "done|1|t");
  }

  /** S-ST-03 (T14), S-ST-06 */
  @Test
  void a_job_that_never_ran_is_declared_done_without_a_start() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "write", "x", 0L).after(SOON));
    command(c -> c.setDone(job, "ann"));
    awaitRow(
        job,
        "state, retry, result, started, finished IS NOT NULL, due",
        "done|0|set done by ann|t");
    assertThat(rows.number("SELECT count(*) FROM ledger")).isZero();
  }

  /** S-ST-03 (T14): what failed is declared done, and no longer shows an error. */
  @Test
  void a_failed_job_that_is_declared_done_shows_no_error() throws Exception {
    UUID job = failed();
    command(c -> c.setDone(job, "ann"));
    awaitRow(job, "state, failed, result, error_class, error_message", "done|f|set done by ann");
  }

  /** S-ST-03 (T15), S-ST-07 */
  @Test
  void a_cancelled_job_says_when_and_by_whom() throws Exception {
    UUID job = node.delay(Call.of(LedgerBean.class, "write", "x", 0L).after(SOON));
    command(c -> c.cancel(job, "ann"));
    awaitRow(job, "state, result, finished IS NOT NULL", "cancelled|cancelled by ann|t");
    awaitRow(failed(), "finished", "");
    assertThat(command(c -> c.cancel(job, "ann")).message()).startsWith("QJ7001");
  }

  /** S-ST-09: nobody takes a running job away from its run, which ends and counts once. */
  @Test
  void a_running_job_is_neither_requeued_nor_declared_done() throws Exception {
    bean.shutGate();
    UUID job = node.delay(Call.of(LedgerBean.class, "writeAtGate", "slow"));
    Await.until("started", SOON, () -> rows.state(job), "started"::equals);
    assertThat(command(c -> c.requeue(job, "ann")).message()).startsWith("QJ7001");
    assertThat(command(c -> c.setDone(job, "ann")).message()).startsWith("QJ7001");
    bean.openGate();
    awaitRow(job, "state, retry, result", "done|1");
    assertThat(rows.number("SELECT count(*) FROM ledger")).isEqualTo(1);
  }

  /** S-SE-09 */
  @Test
  void a_job_that_is_not_there_is_told() throws Exception {
    UUID nobody = UUID.randomUUID();
    assertThat(new CommandStore(new JoinedDatabase(node.dataSource())).find(nobody)).isEmpty();
    for (Function<JobCommands, CommandResult> act :
        List.<Function<JobCommands, CommandResult>>of(
            c -> c.requeue(nobody, "ann"),
            c -> c.cancel(nobody, "ann"),
            c -> c.setDone(nobody, "ann"))) {
      assertThat(command(act).message()).startsWith("QJ7002").contains(nobody.toString());
    }
  }
}
