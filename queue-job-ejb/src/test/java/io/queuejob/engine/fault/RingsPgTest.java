package io.queuejob.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A notification is a hint: lost, doubled or foreign, it costs no more than time. */
class RingsPgTest {
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final String LISTENER = "SELECT listener_pid FROM queue_job.node";

  private final Ground ground = new Ground();

  @AfterEach
  void close() {
    ground.close();
  }

  private void insert(int function, String name, String origin) throws Exception {
    ground.rows.update(
        "INSERT INTO queue_job.job (function_id, arguments, origin) VALUES (?, ?, ?)",
        function,
        "{\"v\":1,\"args\":[\"" + name + "\",0]}",
        origin);
  }

  @Test
  void a_job_whose_ring_was_lost_starts_within_the_poll_interval() throws Exception {
    EngineHarness node = ground.start();
    insert(ground.function(node, "write"), "unheard", "engine"); // the trigger rings for 'sql' only
    Await.until("starts", POLL, () -> ground.effects("unheard"), n -> n == 1);
  }

  @Test
  void doubled_rings_run_a_job_once() throws Exception {
    EngineHarness node = ground.start();
    int function = ground.function(node, "write");
    insert(function, "often", "sql");
    for (int i = 0; i < 50; i++) {
      ground.rows.one("SELECT pg_notify('queue_job', ?)", "work " + function + " root");
      node.engine().ring(function, io.queuejob.internal.job.ChannelPath.ROOT);
    }
    UUID last = node.delay(Call.of(LedgerBean.class, "write", "last", 0L));
    ground.awaitState(last, "done");
    ground.awaitEffects("often", 1);
    assertThat(ground.bean.calls()).isEqualTo(2);
  }

  @Test
  void foreign_rings_do_no_harm() throws Exception {
    EngineHarness node = ground.start();
    int function = ground.function(node, "write");
    String listener =
        Await.until("listens", POLL, () -> ground.rows.one(LISTENER), pid -> pid != null);
    for (String text :
        new String[] {
          "",
          "\n\n",
          "work",
          "work x root",
          "work 999999999 root",
          "work 99999999999 root",
          "work " + function + " ",
          "work " + function + " no:path,\u0007..",
          "x".repeat(7_900),
          "work -1 root\nwork " + function + " root.nowhere\nchanged"
        }) {
      ground.rows.one("SELECT pg_notify('queue_job', ?)", text);
    }
    UUID job = node.delay(Call.of(LedgerBean.class, "write", "after", 0L));
    ground.awaitState(job, "done");
    insert(function, "rung", "sql");
    Await.until("rung", POLL, () -> ground.effects("rung"), n -> n == 1);
    assertThat(ground.rows.one(LISTENER)).isEqualTo(listener);
    assertThat(ground.rows.number("SELECT count(*) FROM queue_job.node")).isEqualTo(1);
  }

  @Test
  void a_listener_that_is_cut_without_a_word_is_replaced_and_jobs_start_meanwhile()
      throws Exception {
    try (SilentGate gate = new SilentGate(ground.login)) {
      EngineHarness node =
          ground.start(
              "direct-url", gate.url(),
              "direct-user", ground.login.user(),
              "direct-password", ground.login.password());
      int function = ground.function(node, "write");
      String label = Ground.label(node);
      String old =
          Await.until("listens", POLL, () -> ground.rows.one(LISTENER), pid -> pid != null);
      gate.silence("queue-job listener");
      ground.rows.one("SELECT pg_terminate_backend(?::int)", Integer.valueOf(old));
      insert(function, "meanwhile", "sql");
      Await.until("starts", POLL, () -> ground.effects("meanwhile"), n -> n == 1);
      Await.until(
          "listens anew",
          Duration.ofSeconds(8),
          () -> ground.rows.one(LISTENER),
          pid -> pid != null && !pid.equals(old) && !pid.equals("0"));
      insert(function, "heard", "sql");
      ground.awaitEffects("heard", 1);
      assertThat(Ground.label(node)).isEqualTo(label);
    }
  }
}
