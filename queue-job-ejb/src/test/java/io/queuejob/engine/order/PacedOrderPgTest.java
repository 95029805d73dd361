package io.queuejob.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.LedgerBean;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sequential and throttled channels beside, above and below others: S-CH-10, S-CH-13, S-CH-14,
 * S-CH-16.
 */
class PacedOrderPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final GatedNode gated = new GatedNode();

  @AfterEach
  void stop() {
    gated.stop();
  }

  private UUID write(String name, String channel, int priority) {
    return gated.node.delay(
        Call.of(LedgerBean.class, "write", name, 0L).in(channel).priority(priority));
  }

  /** Holds the only slot of a channel until the gate opens. */
  private void hold(String channel) throws Exception {
    UUID job =
        gated.node.delay(Call.of(LedgerBean.class, "writeAtGate", "gate").in(channel).priority(0));
    gated.awaitStarted(job);
  }

  @Test
  void an_urgent_job_does_not_wait_for_all_of_a_sequential_channel_beside_it() throws Exception {
    gated.start("root:1,seq:1:sequential");
    hold("root");
    for (int i = 1; i <= 3; i++) {
      write("s" + i, "seq", 10);
    }
    write("urgent", "root", 1);
    write("late", "other", 20);
    gated.bean.openGate();
    assertThat(gated.order(6)).isEqualTo("gate urgent s1 s2 s3 late");
  }

  @Test
  void sub_channels_of_a_throttled_channel_take_its_starts_by_priority() throws Exception {
    gated.start("root:4,gate:1,api:4:throttle=1");
    gated.rows.update("UPDATE queue_job.channel SET paused = true WHERE path = 'root.api'");
    for (String sub : new String[] {"a", "b", "c", "d"}) {
      write(sub + "-late", "api." + sub, 20);
    }
    write("c-urgent", "api.c", 1);
    write("a-urgent", "api.a", 2);
    write("d-urgent", "api.d", 3);
    gated.rows.update("UPDATE queue_job.channel SET paused = false WHERE path = 'root.api'");
    assertThat(gated.order(7)).startsWith("c-urgent a-urgent d-urgent ");
  }

  @Test
  void a_throttle_below_a_sequential_channel_holds() throws Exception {
    gated.start("root:4,seq:1:sequential,seq.slow:1:throttle=2");
    gated.rows.update("UPDATE queue_job.channel SET paused = true WHERE path = 'root.seq'");
    write("s1", "seq", 10);
    write("t1", "seq.slow", 10);
    write("s2", "seq", 10);
    write("t2", "seq.slow", 10);
    write("s3", "seq", 10);
    gated.rows.update("UPDATE queue_job.channel SET paused = false WHERE path = 'root.seq'");
    assertThat(gated.order(5)).isEqualTo("s1 t1 s2 t2 s3");
    assertThat(
            gated.rows.number(
                "SELECT (1000 * extract(epoch FROM b.began - a.began))::bigint"
                    + " FROM ledger a, ledger b WHERE a.name = 't1' AND b.name = 't2'"))
        .isGreaterThan(1_900);
    assertThat(
            gated.rows.number(
                "SELECT (1000 * extract(epoch FROM b.began - a.began))::bigint"
                    + " FROM ledger a, ledger b WHERE a.name = 's1' AND b.name = 't1'"))
        .isLessThan(1_500);
  }

  @Test
  void a_job_of_a_paused_channel_below_a_sequential_one_is_not_claimed() throws Exception {
    gated.start("root:4,seq:1:sequential,seq.held:1:paused");
    UUID held = write("held", "seq.held", 5);
    UUID behind = write("behind", "seq", 10);
    String token = "SELECT count(*) FROM queue_job.claim WHERE ? = any (job_ids)";
    long id = gated.rows.number("SELECT id FROM queue_job.job WHERE uuid = ?", held);
    UUID beside = write("beside", "root", 10);
    Await.until("beside", SOON, () -> gated.rows.state(beside), "done"::equals);
    for (int i = 0; i < 3; i++) {
      UUID probe = write("probe" + i, "root", 10);
      Await.until("probe", SOON, () -> gated.rows.state(probe), "done"::equals);
      assertThat(gated.rows.number(token, id)).isZero();
    }
    assertThat(gated.rows.state(behind)).isEqualTo("pending");
    gated.rows.update("UPDATE queue_job.channel SET paused = false WHERE path = 'root.seq.held'");
    Await.until("done", SOON, () -> gated.rows.state(behind), "done"::equals);
    assertThat(gated.rows.one("SELECT string_agg(name, ' ' ORDER BY id) FROM ledger"))
        .endsWith("held behind");
  }

  @Test
  void a_start_is_not_counted_while_a_long_job_above_lets_nothing_start() throws Exception {
    gated.start("root:1,api:1:throttle=60");
    hold("root");
    write("paced", "api", 5);
    Await.until(
        "two pulses",
        SOON,
        () ->
            gated.rows.number(
                "SELECT count(*) FROM queue_job.node WHERE heartbeat > (SELECT max(created)"
                    + " + interval '2 s' FROM queue_job.job)"),
        n -> n == 1);
    assertThat(
            gated.rows.one(
                "SELECT next_start_at::text FROM queue_job.channel WHERE path = 'root.api'"))
        .isNull();
    gated.bean.openGate();
    assertThat(gated.order(2)).isEqualTo("gate paced");
  }
}
