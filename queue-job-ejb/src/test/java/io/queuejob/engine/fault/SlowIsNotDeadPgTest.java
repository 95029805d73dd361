package io.queuejob.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The age of a job is never the test of its node, nor is the name of a node. */
class SlowIsNotDeadPgTest {
  private static final String BEATS =
      "SELECT count(*) FROM queue_job.node WHERE heartbeat > joined + interval '7 s'";

  private final Ground ground = new Ground();

  @AfterEach
  void close() {
    ground.close();
  }

  /** A bean that another version of the application has. */
  public static class OtherBean {
    public void other() {}
  }

  private EngineHarness nodeWithoutTheBean() throws Exception {
    return ground.started(
        EngineHarness.start(
            ground.login, Ground.settings("node-name", "without"), new OtherBean()));
  }

  @Test
  void a_long_job_on_a_live_node_is_never_run_again() throws Exception {
    String[] hasty = {"grace", "2s", "eviction", "3s"};
    EngineHarness holder = ground.start(hasty);
    ground.bean.shutGate();
    UUID job = holder.delay(Call.of(LedgerBean.class, "writeAtGate", "long"));
    ground.awaitState(job, "started");
    ground.start(hasty);
    ground.rows.update(
        "UPDATE queue_job.job SET created = created - interval '9 days', started = now() - interval"
            + " '9 days'");
    ground.rows.update("UPDATE queue_job.claim SET created = created - interval '9 days'");
    ground.rows.update("UPDATE queue_job.job_run SET started = started - interval '9 days'");
    Await.until("7 s pass", Ground.SOON, () -> ground.rows.number(BEATS), n -> n == 2);
    assertThat(ground.bean.calls()).isEqualTo(1);
    assertThat(ground.rows.one("SELECT node FROM queue_job.job_state WHERE uuid = ?", job))
        .isEqualTo(Ground.label(holder));
    ground.bean.openGate();
    ground.awaitState(job, "done");
    assertThat(ground.effects("long")).isEqualTo(1);
  }

  @Test
  void a_node_without_the_class_rescues_a_job_but_never_takes_fails_or_discards_it()
      throws Exception {
    EngineHarness with = ground.start();
    int function = ground.function(with, "write");
    nodeWithoutTheBean();
    ground.rows.update("UPDATE queue_job.channel SET paused = true");
    int dead = ground.deadNode("dead", function, "orphan");
    Await.until(
        "rescued",
        Ground.SOON,
        () -> ground.rows.number("SELECT count(*) FROM queue_job.claim WHERE node_id = ?", dead),
        n -> n == 0);
    assertThat(ground.rows.one("SELECT state FROM queue_job.job")).isEqualTo("pending");
    ground.rows.update("UPDATE queue_job.channel SET paused = false");
    ground.awaitEffects("orphan", 1);
  }

  @Test
  void a_job_whose_class_no_node_has_waits_and_runs_once_one_has_it() throws Exception {
    nodeWithoutTheBean();
    EngineHarness caller =
        EngineHarness.start(ground.login, Ground.settings("runner", "off"), ground.bean);
    UUID job = caller.delay(Call.of(LedgerBean.class, "write", "moved", 0L));
    caller.close();
    Await.until("7 s pass", Ground.SOON, () -> ground.rows.number(BEATS), n -> n == 1);
    assertThat(ground.rows.state(job)).isEqualTo("pending");
    ground.start();
    ground.awaitState(job, "done");
  }

  @Test
  void a_node_that_comes_back_under_its_name_rescues_its_own_orphans() throws Exception {
    EngineHarness first = ground.start("node-name", "same");
    int function = ground.function(first, "write");
    ground.rows.update("UPDATE queue_job.channel SET paused = true");
    first.close();
    int dead = ground.deadNode("same", function, "orphan1", "orphan2");
    ground.rows.update("UPDATE queue_job.channel SET paused = false");
    EngineHarness again = ground.start("node-name", "same");
    Await.until("rescued", Ground.SOON, () -> ground.effects("orphan%"), effects -> effects == 2);
    assertThat(Ground.label(again)).startsWith("same#").isNotEqualTo("same#" + dead);
    assertThat(ground.rows.one("SELECT state FROM queue_job.node WHERE id = ?", dead))
        .isEqualTo("gone");
  }

  @Test
  void a_node_full_of_long_jobs_still_rescues_and_others_run_what_it_rescued() throws Exception {
    EngineHarness full = ground.start("channels", "root:8", "max-running", "2");
    int function = ground.function(full, "write");
    ground.bean.shutGate();
    for (int i = 0; i < 5; i++) {
      full.delay(Call.of(LedgerBean.class, "writeAtGate", "long" + i));
    }
    Await.until("full", Ground.SOON, ground.bean::calls, calls -> calls == 2);
    int dead = ground.deadNode("dead", function, "orphan1", "orphan2", "orphan3");
    Await.until(
        "rescued by the full node",
        Ground.SOON,
        () -> ground.rows.number("SELECT count(*) FROM queue_job.claim WHERE node_id = ?", dead),
        n -> n == 0);
    ground.start("channels", "root:8", "max-running", "8");
    ground.awaitEffects("orphan%", 3);
    assertThat(ground.effects("long%")).isZero();
  }
}
