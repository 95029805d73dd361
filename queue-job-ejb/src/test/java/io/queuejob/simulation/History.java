package io.queuejob.simulation;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.simulation.chance.Fault;
import io.queuejob.simulation.chance.Sometimes;
import io.queuejob.simulation.node.Scene;
import io.queuejob.simulation.node.VirtualNode;
import io.queuejob.simulation.rows.ChannelLine;
import io.queuejob.simulation.rows.JobRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** One history: a scenario, played to its end. */
final class History {
  static final long SECOND = 1_000_000_000L;
  private static final long LOOK = SECOND / 4;
  private static final long GRACE_AND_TWO = 5 * SECOND;
  private static final long DEADLINE = 40 * SECOND;
  private static final long LAST_FAULT = 5_200_000_000L;
  private static final String[] CHANNELS = {"root", "root.a", "root.b", "root.a.x"};

  private final Scenario scenario;
  private final Scene scene;
  private final Invariants invariants;
  private final SplittableRandom random;
  private final int[] capacities;
  private final long calm;
  private final Set<Integer> starting = new HashSet<>();
  private int created;
  private int changes;

  /** How it ended. */
  record Result(Violation violation, Map<Sometimes, Integer> reached) {}

  /** A history that has not begun; the trace is null if nobody reads it. */
  History(Scenario scenario, List<String> trace) {
    this.scenario = scenario;
    this.random = new SplittableRandom(scenario.seed() + 17);
    this.scene =
        new Scene(
            scenario.seed(),
            scenario.twin(),
            scenario.faults().stream().filter(f -> f.kind().isOnCall()).toList());
    this.invariants = new Invariants(scene, trace);
    scene.watch = invariants;
    this.capacities = new int[] {1 + random.nextInt(4), 1 + random.nextInt(2)};
    scene.rows.addChannel("root", capacities[0]);
    scene.rows.addChannel("root.a", capacities[1]);
    this.calm = 7 * SECOND + scenario.faults().stream().mapToLong(Fault::nanos).max().orElse(0);
  }

  Result play() {
    try {
      begin();
      drain();
      new Finale(scene, invariants).play(scenario.seed());
    } catch (Violation e) {
      // kept by the invariants
    }
    return new Result(invariants.first(), scene.reached);
  }

  private void begin() {
    for (int i = 0; i < scenario.nodes(); i++) {
      start(i, SECOND + random.nextLong(SECOND / 3), 0);
    }
    for (int i = 1; i <= scenario.jobs(); i++) {
      long id = i;
      scene.clock.at(SECOND + random.nextLong(3 * SECOND), () -> create(id));
    }
    for (Fault fault : scenario.faults()) {
      if (!fault.kind().isOnCall()) {
        scene.clock.at(fault.at(), () -> happen(fault));
      }
    }
  }

  private void start(int place, long at, long calls) {
    starting.add(place);
    scene.clock.at(
        at,
        () -> {
          VirtualNode node = new VirtualNode(scene, place, calls);
          scene.nodes.removeIf(old -> old.place == place);
          scene.nodes.add(node);
          starting.remove(place);
          invariants.note(node, "starts up");
          node.start();
        });
  }

  private void create(long id) {
    ChannelPath channel = new ChannelPath(CHANNELS[random.nextInt(CHANNELS.length)]);
    int function = 1 + random.nextInt(2);
    int priority = random.nextInt(4) == 0 ? 5 : 10;
    scene.rows.jobs.put(id, new JobRow(id, function, channel, priority, scene.clock.now()));
    invariants.note(null, "job " + id + " is created in " + channel);
    created++;
    if (scene.nodes.isEmpty() || random.nextBoolean()) {
      scene.tell(who -> who.work(function, channel));
    } else {
      VirtualNode at = scene.nodes.get(random.nextInt(scene.nodes.size()));
      if (!at.isFrozen()) {
        at.ring(function, channel);
      }
    }
  }

  private void happen(Fault fault) {
    invariants.note(null, fault.toString());
    int channel = 1 + fault.number() % 2;
    switch (fault.kind()) {
      case PAUSE -> change(channel, capacities[channel - 1], true, fault.nanos());
      case CAPACITY -> change(channel, fault.number() / 2 % 5, false, fault.nanos());
      case CANCEL -> {
        scene.rows.cancel(fault.number());
        scene.tell(who -> who.changed());
      }
      default ->
          scene.nodes.stream()
              .filter(n -> n.place == fault.node() && !n.isDead())
              .findFirst()
              .ifPresent(n -> hit(n, fault));
    }
    invariants.changed();
  }

  private static void hit(VirtualNode node, Fault fault) {
    switch (fault.kind()) {
      case KILL -> node.die();
      case FREEZE -> node.freeze(fault.nanos());
      case DEAF -> node.deafen(fault.nanos());
      default -> {
        node.freeze(fault.nanos());
        node.deafen(1_000_000L);
      }
    }
  }

  private void change(int channel, int capacity, boolean paused, long nanos) {
    changes++;
    scene.rows.change(channel, capacity, paused);
    scene.tell(who -> who.changed());
    scene.clock.at(scene.clock.now() + nanos, () -> restore(channel));
  }

  private void restore(int channel) {
    changes--;
    invariants.note(null, "channel " + channel + " as at first");
    scene.rows.change(channel, capacities[channel - 1], false);
    scene.tell(who -> who.changed());
  }

  private void drain() {
    boolean isCalm = false;
    while (!isOver()) {
      step();
      restartDead(isCalm);
      if (!isCalm && scene.clock.now() >= calm) {
        isCalm = true;
        scene.calmDown();
      }
      if (scene.clock.now() > calm + GRACE_AND_TWO) {
        nothingIsHeldByTheDead();
      }
      if (scene.clock.now() > calm + DEADLINE) {
        invariants.violated(Invariant.ALL_DONE, "left over " + leftOver());
      }
    }
  }

  private void step() {
    scene.clock.runUntil(scene.clock.now() + LOOK);
    if (invariants.first() != null) {
      throw invariants.first();
    }
  }

  private void restartDead(boolean isCalm) {
    boolean anyAlive = !starting.isEmpty() || scene.nodes.stream().anyMatch(n -> !n.isDead());
    for (VirtualNode node : List.copyOf(scene.nodes)) {
      boolean isGone = node.isDead() && !starting.contains(node.place);
      if (isGone && (!anyAlive || (!isCalm && random.nextInt(8) == 0))) {
        anyAlive = true;
        start(node.place, scene.clock.now() + random.nextLong(SECOND / 2), node.calls());
      }
    }
  }

  private boolean isOver() {
    return created == scenario.jobs()
        && scene.rows.jobs.values().stream().allMatch(JobRow::isOver)
        && starting.isEmpty()
        && changes == 0
        && scene.nodes.stream().anyMatch(n -> !n.isDead())
        && scene.clock.now() > LAST_FAULT;
  }

  private void nothingIsHeldByTheDead() {
    for (JobRow job : scene.rows.jobs.values()) {
      if (job.state == JobRow.State.ENQUEUED) {
        int node = (int) (job.token >>> 32);
        boolean lives =
            scene.rows.isAlive(node)
                && scene.nodes.stream().anyMatch(n -> !n.isDead() && n.identity() == node);
        if (!lives) {
          invariants.violated(
              Invariant.NOTHING_LEFT_BEHIND, "job " + job.id + " is held by node " + node);
        }
      }
    }
  }

  private String leftOver() {
    StringBuilder text = new StringBuilder();
    for (JobRow job : scene.rows.jobs.values()) {
      if (!job.isOver()) {
        text.append(job.id).append(' ').append(job.channel).append(' ').append(job.state);
        text.append(job.token == null ? "" : " at " + (job.token >>> 32)).append("; ");
      }
    }
    for (ChannelLine channel : scene.rows.channels.values()) {
      text.append(channel.path).append(' ').append(channel.held).append('/');
      text.append(channel.paused ? "paused" : channel.capacity).append("; ");
    }
    return text.toString();
  }
}
