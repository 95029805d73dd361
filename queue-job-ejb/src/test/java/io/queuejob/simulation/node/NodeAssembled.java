package io.queuejob.simulation.node;

import io.queuejob.internal.config.Settings;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.JobExecution;
import io.queuejob.internal.port.RunControl;
import io.queuejob.internal.port.SharedRun;
import io.queuejob.internal.port.Threads;
import io.queuejob.internal.port.protocol.Functions;
import io.queuejob.internal.port.protocol.PacedClaims;
import io.queuejob.internal.runner.Node;
import io.queuejob.internal.runner.NodeConfiguration;
import io.queuejob.internal.runner.NodeSteps;
import io.queuejob.internal.runner.local.Worker;
import io.queuejob.internal.runner.pulse.ObservedClock;
import io.queuejob.internal.runner.pulse.PulseParts;
import io.queuejob.internal.runner.pulse.SumPublisher;
import io.queuejob.internal.runner.release.Releases;
import io.queuejob.internal.tally.Adder;
import io.queuejob.simulation.chance.Sometimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The product's node over the model. */
final class NodeAssembled implements Threads, JobExecution, Functions {
  /** Functions that every node can run, by number. */
  static final int FUNCTIONS = 2;

  private static final SumPublisher NOTHING_COUNTED =
      new SumPublisher(new Adder(() -> Instant.EPOCH), sums -> {});

  private final Scene scene;
  private final VirtualNode process;
  private final Line line;
  private final Node node;
  private final NodeSteps steps;

  NodeAssembled(Scene scene, VirtualNode process, Settings settings) {
    this.scene = scene;
    this.process = process;
    this.line = new Line(scene, process);
    RunnerPorts runner = new RunnerPorts(scene, new Line(scene, process));
    this.node =
        new Node(
            settings,
            new Node.Parts(
                pulse(new PulsePorts(scene, new Line(scene, process), process)),
                runner,
                NodeAssembled::nothingPaced,
                runner.borrowing(),
                new Releases(parents -> Set.of()),
                configuration(scene),
                this,
                this,
                () -> 1,
                new ObservedClock(() -> Instant.EPOCH.plusNanos(scene.clock.now())),
                label -> {}),
            scene.clock::now);
    this.steps = new NodeSteps(node);
  }

  private PulseParts pulse(PulsePorts ports) {
    return new PulseParts(
        ports,
        ports,
        ports.rings(),
        ports,
        ports,
        (key, heard) -> process.open(new VirtualEar(scene, process, key, heard)),
        NOTHING_COUNTED);
  }

  private NodeConfiguration configuration(Scene at) {
    return new NodeConfiguration(
        this, new NodeConfiguration.Reading(this::all, at.rows::channelRows), null, name -> true);
  }

  Node node() {
    return node;
  }

  NodeSteps steps() {
    return steps;
  }

  @Override
  public void start(String name, Runnable loop) {
    // its turns are driven from outside
  }

  @Override
  public void execute(String executor, Runnable worker) {
    if (worker instanceof Worker jobs) {
      new Work(scene, process, jobs).begin();
    } else {
      process.later(scene.upTo(1), worker);
    }
  }

  @Override
  public boolean run(ClaimedJob job, RunControl control) {
    throw new IllegalStateException("expected its steps to be taken apart, found " + job);
  }

  @Override
  public int mayShare(ClaimedJob job) {
    return 1;
  }

  @Override
  public SharedRun.Ending runShared(SharedRun jobs) {
    throw new IllegalStateException("expected none to share, found " + jobs.job());
  }

  @Override
  public boolean cancel(ClaimedJob job) {
    try {
      boolean held =
          line.call(
              "cancel",
              () -> scene.outcomes.isBlocked(job, this),
              () -> scene.outcomes.cancelHeld(job));
      if (held) {
        scene.reached(Sometimes.CANCELLED_WHILE_HELD);
      }
      return true;
    } catch (StatementFailed e) {
      return false;
    }
  }

  @Override
  public long refused() {
    return 0;
  }

  @Override
  public Set<Integer> sessions() {
    return Set.of();
  }

  @Override
  public void register(List<String> names) {
    throw new IllegalStateException("expected known functions, found " + names);
  }

  @Override
  public Map<String, Integer> all() {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 1; i <= FUNCTIONS; i++) {
      numbers.put("function " + i, i);
    }
    return numbers;
  }

  /** The channels of the model are neither sequential nor metered. */
  private static PacedClaims.Taken nothingPaced(int node, long token, PacedClaims.Turn turn) {
    throw new IllegalStateException("expected no channel in turn, found " + turn);
  }
}
