package io.queuejob.simulation;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.simulation.node.Scene;
import io.queuejob.simulation.node.VirtualNode;
import io.queuejob.simulation.rows.ChannelLine;
import io.queuejob.simulation.rows.JobRow;
import io.queuejob.simulation.rows.NodeRow;
import java.util.List;
import java.util.Set;

/** What is looked at when all faults are over: nothing is left behind, and all share what comes. */
final class Finale {
  private static final long SETTLE = 16 * History.SECOND;
  private static final long STEP = History.SECOND / 4;
  private static final long BUSY = 4 * History.SECOND;
  private static final int EACH_MILLIS = 150;

  private final Scene scene;
  private final Invariants invariants;

  Finale(Scene scene, Invariants invariants) {
    this.scene = scene;
    this.invariants = invariants;
  }

  void play(long seed) {
    scene.calmDown();
    long deadline = scene.clock.now() + SETTLE;
    while (!isClean()) {
      step();
      if (scene.clock.now() > deadline) {
        invariants.violated(
            Invariant.NOTHING_LEFT_BEHIND, "slots or claims of nodes that are gone");
      }
    }
    if (seed % 4 == 0) {
      allShare();
    }
  }

  private void step() {
    scene.clock.runUntil(scene.clock.now() + STEP);
    if (invariants.first() != null) {
      throw invariants.first();
    }
  }

  private boolean isClean() {
    return scene.nodes.stream().allMatch(this::isSettled)
        && scene.rows.nodes.values().stream().allMatch(this::holdsRightly)
        && scene.rows.channels.values().stream().noneMatch(c -> c.paused || c.capacity == 0);
  }

  private boolean isSettled(VirtualNode node) {
    return node.isDead()
        || (!node.isFrozen() && node.steps().pulse().membership().isConfirmed(scene.clock.now()));
  }

  private boolean holdsRightly(NodeRow node) {
    boolean processLives =
        scene.nodes.stream().anyMatch(n -> !n.isDead() && n.identity() == node.id);
    boolean holds =
        node.slots.values().stream().anyMatch(s -> s.held > 0)
            || scene.rows.claims.values().stream().anyMatch(c -> c.node() == node.id);
    return processLives && node.alive || !holds;
  }

  /**
   * More work than one node can do quickly, told to all: each of them runs some of it. With fewer
   * slots than nodes chance decides who is next, so only that nobody keeps it all.
   */
  private void allShare() {
    List<Integer> hungry = scene.nodes.stream().filter(n -> !n.isDead()).map(n -> n.place).toList();
    ChannelLine root = scene.rows.channels.get(1);
    long jobs = root.capacity * BUSY / (EACH_MILLIS * 1_000_000L);
    ChannelPath channel = new ChannelPath("root.b");
    long id = 1_000_005;
    for (int i = 0; i < jobs; i++) {
      do {
        id += 5;
      } while (id % 7 == 0 || id % 17 == 0);
      scene.rows.jobs.put(id, new JobRow(id, 1, channel, 10, scene.clock.now()));
    }
    invariants.takeStarters();
    scene.tell(who -> who.work(1, channel));
    long deadline = scene.clock.now() + 3 * BUSY;
    while (scene.clock.now() < deadline && !allOver()) {
      step();
    }
    if (!allOver()) {
      invariants.violated(Invariant.ALL_DONE, "the last " + jobs + " jobs take thrice their time");
    }
    Set<Integer> ran = invariants.takeStarters();
    if (!isFair(ran, hungry, root.capacity)) {
      invariants.violated(
          Invariant.NOBODY_STARVES, "of " + hungry + " only " + ran + " ran some of " + jobs);
    }
  }

  private static boolean isFair(Set<Integer> ran, List<Integer> hungry, int slots) {
    return slots >= hungry.size()
        ? ran.containsAll(hungry)
        : ran.size() >= Math.min(2, hungry.size());
  }

  private boolean allOver() {
    return scene.rows.jobs.values().stream().allMatch(JobRow::isOver);
  }
}
