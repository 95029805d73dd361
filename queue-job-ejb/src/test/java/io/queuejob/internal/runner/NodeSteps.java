package io.queuejob.internal.runner;

import io.queuejob.internal.runner.local.Slots;
import io.queuejob.internal.runner.pulse.PulseSteps;
import java.time.Duration;
import java.util.function.Consumer;

/** A node whose loops are driven from outside turn by turn, on one thread. */
public final class NodeSteps {
  private final Node node;
  private final PulseSteps pulse;

  public NodeSteps(Node node) {
    this.node = node;
    this.pulse = new PulseSteps(node.pulse);
  }

  /** Starts the node; its threads are expected to start no loop. */
  public void open() {
    node.start();
    pulse.open();
  }

  public PulseSteps pulse() {
    return pulse;
  }

  /** Whether somebody woke the runner. */
  public boolean isRunnerWoken() {
    return node.runner.mail().isWoken();
  }

  /** How long the runner waits if nobody wakes it. */
  public long runnerWait() {
    return node.runner.nextWait().toNanos();
  }

  /** One turn of the runner. */
  public void runnerTurn() {
    node.runner.mail().await(Duration.ZERO);
    node.runner.turn();
  }

  /** Looks at what the node holds of each limited channel. */
  public void slots(Consumer<Slots.Slot> view) {
    node.dispatcher.inspect(
        inside -> {
          inside.slots().all().forEach(view);
          return null;
        });
  }
}
