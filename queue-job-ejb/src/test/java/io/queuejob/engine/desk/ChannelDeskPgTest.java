package io.queuejob.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.api.error.ConfigurationException;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.LedgerBean;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelDeskPgTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final Desk desk = new Desk();

  @AfterEach
  void stop() {
    desk.close();
  }

  private UUID write(String channel) {
    return desk.node.delay(Call.of(LedgerBean.class, "write", "x", 0L).in(channel));
  }

  @Test
  void a_change_is_in_force_audited_by_name_and_taken_back_to_what_nodes_are_told()
      throws Exception {
    desk.start("root:4,mail:2:rate=10/60");
    Map<String, String> more = Map.of("capacity", "3", "throttle", "5", "max_waiting", "100");
    assertThat(desk.channels.change("root.mail", more, null, "ann").verdict())
        .isEqualTo(Verdict.DONE);
    assertThat(desk.channel("root.mail").options())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("capacity", "3", "throttle", "5", "rate", "10/60", "max_waiting", "100"));
    assertThat(desk.channel("root.mail").origin().changedBy()).isEqualTo("ann");
    desk.start("root:4,mail:1:paused");
    assertThat(desk.channel("root.mail").options()).containsEntry("capacity", "3");
    assertThat(desk.channels.reset("root.mail", "bob").verdict()).isEqualTo(Verdict.DONE);
    assertThat(desk.channel("root.mail").options())
        .containsExactlyInAnyOrderEntriesOf(Map.of("capacity", "1", "paused", "true"));
    assertThat(desk.channels.reset("root.mail", "bob").message()).startsWith("QJ7079");
    assertThat(desk.done())
        .containsExactly("bob reset channel root.mail", "ann change channel root.mail");
  }

  @Test
  void an_option_that_cannot_be_used_is_refused_and_nothing_is_written() throws Exception {
    desk.start("root:4,mail:2");
    assertThatThrownBy(
            () -> desk.channels.change("root.mail", Map.of("sequential", "true"), null, "ann"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContainingAll("QJ2006", "root.mail", "'2'");
    assertThatThrownBy(() -> desk.channels.change("root", Map.of("capacity", ""), null, "ann"))
        .hasMessageContainingAll("QJ2002", "expected", "''");
    assertThatThrownBy(() -> desk.channels.change("root", Map.of("speed", "1"), null, "ann"))
        .hasMessageContainingAll("QJ7081", "'speed'");
    assertThatThrownBy(() -> desk.channels.add("root..x", Map.of(), "ann"))
        .hasMessageContainingAll("QJ7083", "root..x");
    assertThat(desk.done()).isEmpty();
  }

  @Test
  void a_change_upon_an_old_look_is_answered_in_words() throws Exception {
    desk.start("root:4,mail:2");
    ChannelStatus seen = desk.channel("root.mail");
    desk.channels.change("root.mail", Map.of("capacity", "3"), seen.version(), "ann");
    CommandResult late =
        desk.channels.change("root.mail", Map.of("capacity", "5"), seen.version(), "bob");
    assertThat(late.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(late.message()).contains("QJ7076", "ann changed it", "capacity 3");
    assertThat(desk.channels.change("root.gone", Map.of(), null, "bob").verdict())
        .isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void who_paused_and_since_when_is_known_until_it_goes_on() throws Exception {
    desk.start("root:4,mail:2");
    desk.channels.pause("root.mail", true, "ann");
    desk.channels.change("root.mail", Map.of("capacity", "3"), null, "bob");
    ChannelStatus paused = desk.channel("root.mail");
    assertThat(paused.origin().pausedBy()).isEqualTo("ann");
    assertThat(paused.effective()).isZero();
    UUID held = write("mail.out");
    Await.until("waits", SOON, () -> desk.channel("root.mail").load().waiting(), n -> n == 1);
    assertThat(desk.channel("root.mail.out").limitedBy()).isEqualTo("root.mail");
    assertThat(desk.channel("root.mail.out").set()).isFalse();
    desk.channels.pause("root.mail", false, "ann");
    Await.until("done", SOON, () -> desk.rows.state(held), "done"::equals);
    assertThat(desk.channel("root.mail").origin().pausedBy()).isNull();
    assertThat(desk.done())
        .containsExactly(
            "ann resume channel root.mail",
            "bob change channel root.mail",
            "ann pause channel root.mail");
  }

  @Test
  void a_channel_that_a_person_added_goes_when_no_job_is_in_it() throws Exception {
    desk.start("root:4,mail:2");
    assertThat(desk.channels.add("extra", Map.of("paused", "true"), "ann").verdict())
        .isEqualTo(Verdict.DONE);
    assertThat(desk.channels.add("extra", Map.of(), "ann").message()).startsWith("QJ7077");
    UUID waiting = write("extra");
    assertThat(desk.channels.remove("root.extra", "ann").message()).contains("QJ7078", "jobs");
    assertThat(desk.channels.remove("root.mail", "ann").message()).contains("QJ7078", "told");
    assertThat(desk.channels.remove("root", "ann").message()).contains("QJ7078");
    desk.channels.pause("root.extra", false, "ann");
    Await.until("done", SOON, () -> desk.rows.state(waiting), "done"::equals);
    desk.channels.pause("root.extra", true, "ann");
    Await.until(
        "removed",
        SOON,
        () -> desk.channels.remove("root.extra", "ann").verdict(),
        verdict -> verdict == Verdict.DONE);
    // what ran in it is still counted for some minutes
    assertThat(desk.channels.channel("root.extra").filter(ChannelStatus::set)).isEmpty();
  }

  @Test
  void what_holds_is_the_least_along_the_path_and_what_is_held_is_shown_by_node() throws Exception {
    desk.start("root:4,mail:9");
    desk.bean.shutGate();
    UUID job = desk.node.delay(Call.of(LedgerBean.class, "writeAtGate", "g").in("mail"));
    Await.until("started", SOON, () -> desk.rows.state(job), "started"::equals);
    ChannelStatus mail = desk.channel("root.mail");
    assertThat(mail.effective()).isEqualTo(4);
    assertThat(mail.limitedBy()).isEqualTo("root");
    assertThat(mail.load().running()).isEqualTo(1);
    assertThat(mail.load().held()).isPositive();
    assertThat(mail.load().nodes())
        .singleElement()
        .satisfies(share -> assertThat(share.node()).startsWith("node#"));
  }
}
