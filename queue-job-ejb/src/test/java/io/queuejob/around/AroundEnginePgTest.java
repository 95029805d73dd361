package io.queuejob.around;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.StuckJobs;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.StuckSweep;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.chore.StuckStore;
import io.queuejob.internal.storage.job.CommandStore;
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

/** Retention and the sweep for stuck jobs upon a node that works. */
class AroundEnginePgTest {
  private static final Duration SOON = Duration.ofSeconds(15);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final LedgerBean bean = new LedgerBean();
  private EngineHarness node;

  @BeforeEach
  void start() throws Exception {
    node =
        EngineHarness.start(
            login,
            Map.of("queue-job.channels", "root:4", "queue-job.retention-interval", "1s"),
            bean);
    bean.openedBy(node.dataSource());
  }

  @AfterEach
  void stop() {
    bean.openGate();
    node.close();
    TestDatabase.drop(login);
  }

  private StuckJobs requeueStarted(Duration since) {
    JoinedDatabase database = new JoinedDatabase(node.dataSource());
    StuckSweep sweep =
        new StuckSweep(new StuckStore(database), new CommandStore(database), node.transactions());
    return new JobDesk(null, null, sweep, node.transactions())
        .requeueStuck(Duration.ZERO, since, "ann");
  }

  /** S-GC-07 */
  @Test
  void a_run_that_was_taken_away_cannot_complete_and_the_effect_happens_once() throws Exception {
    bean.shutGate();
    UUID job = node.delay(Call.of(LedgerBean.class, "writeAtGate", "one"));
    Await.until("state", SOON, () -> rows.state(job), "started"::equals);

    assertThat(requeueStarted(Duration.ofMillis(1))).isEqualTo(new StuckJobs(0, 1));
    Await.until("runs", SOON, bean::calls, calls -> calls == 2);
    bean.openGate();

    Await.until("state", SOON, () -> rows.state(job), "done"::equals);
    Await.until(
        "refused",
        SOON,
        () -> rows.number("SELECT sum(refused) FROM queue_job.node"),
        refused -> refused == 1);
    assertThat(rows.number("SELECT count(*) FROM ledger")).isEqualTo(1);
    assertThat(rows.number("SELECT held FROM queue_job.slot")).isBetween(0L, 4L);
  }

  /** S-GC-01 */
  @Test
  void a_node_removes_by_itself_what_has_ended_long_ago() throws Exception {
    UUID old = node.delay(Call.of(LedgerBean.class, "write", "old", 0L));
    UUID young = node.delay(Call.of(LedgerBean.class, "write", "young", 0L));
    Await.until("state", SOON, () -> rows.state(old), "done"::equals);
    Await.until("state", SOON, () -> rows.state(young), "done"::equals);
    rows.update(
        "UPDATE queue_job.job SET finished = finished - interval '31 days' WHERE uuid = ?", old);

    Await.until("jobs", SOON, () -> rows.number("SELECT count(*) FROM queue_job.job"), n -> n == 1);
    assertThat(rows.state(young)).isEqualTo("done");
    Await.until(
        "result",
        SOON,
        () -> rows.one("SELECT result || ' by ' || node FROM queue_job.chore"),
        text -> text != null && text.startsWith("removed "));
  }
}
