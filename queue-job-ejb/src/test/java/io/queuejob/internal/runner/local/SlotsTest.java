package io.queuejob.internal.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.Pace;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.config.ChannelStore.ChannelRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node holds, may use and gives back. */
class SlotsTest {
  private static final long LATER = Slots.QUANTUM.toNanos() * 10;
  private static final Set<ChannelPath> HUNGRY = Set.of(ChannelPath.of("mail"));

  private final Slots slots = new Slots();

  @BeforeEach
  void root_has_eight_and_all_are_held() {
    slots.reconfigure(
        List.of(
            new ChannelRow(1, new ChannelSpec(ChannelPath.ROOT, 8, false, null, Pace.NONE), 0)));
    slots.byId().get(1).held = 8;
  }

  private Slots.Slot root() {
    return slots.byId().get(1);
  }

  @Test
  void idle_slots_stay_with_their_holder_while_nobody_wants_them() {
    assertThat(slots.excess(Set.of(), Set.of(), LATER)).isEmpty();
  }

  @Test
  void an_idle_holder_gives_back_all_that_is_unused_when_another_wants() {
    root().used = 3;
    slots.contended(Map.of(1, 2));
    assertThat(slots.excess(Set.of(), Set.of(), LATER)).isEqualTo(Map.of(1, 5));
  }

  @Test
  void others_that_have_their_share_get_what_is_idle_and_no_more() {
    root().used = 1;
    slots.contended(Map.of(1, 0));
    assertThat(slots.excess(HUNGRY, Set.of(), LATER)).isEmpty();
    assertThat(slots.excess(Set.of(), Set.of(), LATER)).isEqualTo(Map.of(1, 7));
  }

  @Test
  void a_hungry_holder_keeps_its_fair_share_and_what_runs() {
    root().used = 6;
    slots.contended(Map.of(1, 2));
    assertThat(slots.excess(HUNGRY, Set.of(), LATER)).isEqualTo(Map.of(1, 2));
    assertThat(Slots.canStart(List.of(root()), LATER)).isFalse();
    root().used = 3;
    assertThat(Slots.canStart(List.of(root()), LATER)).isTrue();
  }

  @Test
  void with_fewer_slots_than_nodes_a_slot_is_used_for_a_quantum_and_handed_over() {
    slots.reconfigure(
        List.of(
            new ChannelRow(1, new ChannelSpec(ChannelPath.ROOT, 1, false, null, Pace.NONE), 0)));
    root().held = 1;
    root().borrowedNanos = LATER;
    slots.contended(Map.of(1, 3));
    assertThat(Slots.canStart(List.of(root()), LATER)).isTrue();
    long afterQuantum = LATER + Slots.QUANTUM.toNanos();
    assertThat(Slots.canStart(List.of(root()), afterQuantum)).isFalse();
    assertThat(slots.excess(HUNGRY, Set.of(), afterQuantum)).isEqualTo(Map.of(1, 1));
  }

  @Test
  void who_handed_over_rests_until_each_other_had_its_turn() {
    slots.reconfigure(
        List.of(
            new ChannelRow(1, new ChannelSpec(ChannelPath.ROOT, 1, false, null, Pace.NONE), 0)));
    slots.contended(Map.of(1, 3));
    assertThat(root().rests(LATER)).isFalse();
    root().handOver(LATER);
    assertThat(root().rests(LATER + Slots.QUANTUM.toNanos())).isTrue();
    assertThat(root().rests(LATER + 2 * Slots.QUANTUM.toNanos())).isFalse();
    slots.contended(Map.of(1, 2));
    assertThat(root().rests(LATER + Slots.QUANTUM.toNanos())).isFalse();
    slots.contended(Map.of());
    assertThat(root().rests(LATER)).isFalse();
  }

  @Test
  void a_lowered_capacity_works_as_jobs_end() {
    root().used = 8;
    slots.reconfigure(
        List.of(
            new ChannelRow(1, new ChannelSpec(ChannelPath.ROOT, 5, false, null, Pace.NONE), 8)));
    assertThat(slots.excess(HUNGRY, Set.of(), LATER)).isEmpty();
    root().used = 6;
    assertThat(Slots.canStart(List.of(root()), LATER)).isFalse();
    assertThat(slots.excess(HUNGRY, Set.of(), LATER)).isEqualTo(Map.of(1, 2));
  }

  @Test
  void a_paused_channel_starts_nothing() {
    slots.reconfigure(
        List.of(new ChannelRow(1, new ChannelSpec(ChannelPath.ROOT, 8, true, null, Pace.NONE), 8)));
    assertThat(Slots.canStart(List.of(root()), LATER)).isFalse();
  }
}
