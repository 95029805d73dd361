package io.queuejob.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which job comes next, while one at a gate holds the slots: S-CH-11 to S-CH-13, S-CH-24. */
class OrderExamplesPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private final GatedNode gated = new GatedNode();

  @AfterEach
  void stop() {
    gated.stop();
  }

  private UUID write(String name, String channel, int priority) {
    return gated.node.delay(
        Call.of(LedgerBean.class, "writeAtGate", name).in(channel).priority(priority));
  }

  /** S-CH-12, example E2: who waits in a full channel can be overtaken. */
  @Test
  void an_urgent_job_that_comes_last_is_the_next_one() throws Exception {
    gated.start("root:1,a:2");
    gated.awaitStarted(write("a1", "a", 10));
    write("a2", "a", 10);
    write("a3", "a", 1);
    gated.bean.openGate();
    assertThat(gated.order(3)).isEqualTo("a1 a3 a2");
  }

  /** S-CH-13, example E3: what has become due stands in line by priority, without a bonus. */
  @Test
  void a_job_that_became_due_stands_where_its_priority_says() throws Exception {
    gated.start("root:1");
    gated.awaitStarted(write("p1", "root", 7));
    Call later = Call.of(LedgerBean.class, "write", "e", 0L).after(Duration.ofSeconds(1));
    UUID due = gated.node.delay(later.priority(9));
    gated.node.delay(Call.of(LedgerBean.class, "write", "e1", 0L).priority(5).after(SOON));
    write("p2", "root", 7);
    String waits = "SELECT waits FROM queue_job.job WHERE uuid = ?";
    Await.until("due", SOON, () -> gated.rows.one(waits, due), "t"::equals);
    write("p3", "root", 7);
    gated.bean.openGate();
    assertThat(gated.order(4)).isEqualTo("p1 p2 p3 e");
  }

  /** S-CH-24, example E6; S-CH-18: a waiting job whose channel was changed follows the new one. */
  @Test
  void a_waiting_job_that_is_moved_starts_in_its_new_channel() throws Exception {
    gated.start("root:2,a:1,b:1");
    gated.awaitStarted(write("j1", "a", 10));
    UUID second = write("j2", "a", 10);
    assertThat(gated.rows.state(second)).isEqualTo("pending");
    gated.rows.update("UPDATE queue_job.job SET channel = 'root.b' WHERE uuid = ?", second);
    gated.awaitStarted(second);
  }

  /** S-CH-24, example E7; S-CH-22: what others hold counts for a node that starts. */
  @Test
  void slots_that_other_nodes_hold_are_not_free_for_a_new_one() throws Exception {
    gated.start("root:1");
    gated.awaitStarted(write("q1", "root", 10));
    LedgerBean other = new LedgerBean();
    try (EngineHarness second =
        EngineHarness.start(gated.login, Map.of("queue-job.channels", "root:1"), other)) {
      other.openedBy(second.dataSource());
      UUID third = second.delay(Call.of(LedgerBean.class, "write", "q3", 0L));
      Await.until(
          "the new node wants",
          SOON,
          () -> gated.rows.number("SELECT count(*) FROM queue_job.slot WHERE wants"),
          n -> n > 0);
      assertThat(gated.rows.state(third)).isEqualTo("pending");
      gated.bean.openGate();
      assertThat(gated.order(2)).isEqualTo("q1 q3");
    }
  }
}
