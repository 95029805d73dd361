package io.queuejob.internal.runner.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.port.protocol.Recoveries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Trouble with one node that died never delays the recovery of another. */
class RecoveryTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final List<String> calls = new ArrayList<>();
  private final Recovery recovery =
      new Recovery(new LockedRow(1), Duration.ofSeconds(3), Duration.ofSeconds(5));

  /** The row of one node is held by somebody; what the others held is put back. */
  private final class LockedRow implements Recoveries {
    private final int locked;

    LockedRow(int locked) {
      this.locked = locked;
    }

    @Override
    public boolean fence(int node, String reason) {
      calls.add("fence " + node);
      if (node == locked) {
        throw new IllegalStateException("canceling statement due to lock timeout");
      }
      return true;
    }

    @Override
    public int endSessions(int node) {
      calls.add("end " + node);
      return 1;
    }

    @Override
    public int recoverBatch(int node) {
      calls.add("recover " + node);
      return 0;
    }
  }

  private void beat(int second, List<Integer> unlocked, Map<Long, Long> heartbeats) {
    recovery.observe(new Pulse.Others(2, unlocked, List.of(), heartbeats), second * SECOND);
  }

  @Test
  void a_node_that_cannot_be_fenced_does_not_keep_the_other_from_being_recovered() {
    for (int second = 0; second <= 3; second++) {
      beat(second, List.of(1, 2), Map.of());
    }
    assertThat(calls).containsExactly("fence 1", "end 1", "fence 2", "recover 2");
  }

  @Test
  void it_is_tried_again_at_each_pulse() {
    for (int second = 0; second <= 5; second++) {
      beat(second, List.of(1), Map.of());
    }
    assertThat(calls).filteredOn("fence 1"::equals).hasSize(3);
  }

  @Test
  void a_frozen_node_that_cannot_be_fenced_does_not_keep_the_other_from_being_evicted() {
    for (int second = 0; second <= 5; second++) {
      beat(second, List.of(), Map.of(1L, 10L, 2L, 20L));
    }
    assertThat(calls).contains("end 1", "fence 1", "end 2", "fence 2", "recover 2");
  }
}
