package io.queuejob.web.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.node.NodeStatus;
import io.queuejob.admin.node.NodeStatus.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeLineTest {
  private static final Instant JOINED = Instant.parse("2026-03-01T10:00:00Z");

  private static NodeLine node(State state, NodeStatus.Drain drain) {
    return new NodeLine(
        new NodeStatus(
            7,
            "north",
            "order-desk",
            null,
            state,
            new NodeStatus.Life(JOINED, JOINED, 1_234, null, null),
            new NodeStatus.Work(3, 2, 64, List.of(new NodeStatus.HeldSlots("root.mail", 2, null))),
            drain,
            false,
            0,
            null,
            "4.<2>"));
  }

  @Test
  void a_node_is_drained_or_let_go_on_but_not_when_it_is_gone() {
    NodeStatus.Drain drain = new NodeStatus.Drain("ann", JOINED);
    assertThat(node(State.ALIVE, null).drainable()).isTrue();
    assertThat(node(State.SILENT, null).drainable()).isTrue();
    assertThat(node(State.DRAINED, drain).drained()).isTrue();
    assertThat(node(State.DRAINED, drain).drainable()).isFalse();
    assertThat(node(State.GONE, drain).drained()).isFalse();
    assertThat(node(State.GONE, null).drainable()).isFalse();
  }

  @Test
  void values_are_fit_to_show() {
    NodeLine line = node(State.ALIVE, null);
    assertThat(line.label()).isEqualTo("north#7");
    assertThat(line.version()).isEmpty();
    assertThat(line.applicationVersion()).isEqualTo("4.<2>");
    assertThat(line.filter()).isEqualTo("node%3A%22north%237%22");
    assertThat(line.heartbeatAge()).isEqualTo("1.2 s");
    assertThat(line.held()).isEqualTo(3);
    assertThat(line.slots()).containsExactly(new NodeLine.Slots("root.mail", "2 / ∞"));
    assertThat(line.state()).isEqualTo("alive");
  }
}
