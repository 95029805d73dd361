package io.queuejob.simulation;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.simulation.node.Scene;
import io.queuejob.simulation.node.VirtualNode;
import io.queuejob.simulation.node.Watch;
import io.queuejob.simulation.rows.ChannelLine;
import io.queuejob.simulation.rows.JobRow;
import io.queuejob.simulation.rows.NodeRow;
import io.queuejob.simulation.rows.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges every step; the first violation is kept, for the product may swallow what is thrown. */
final class Invariants implements Watch {
  /** How long a node may work by channels that were changed: trust in its membership, and slack. */
  private static final long KNOWS_LATE = 4_000_000_000L;

  private static final long LOCK_MARGIN = 2_500_000_000L;

  private final Scene scene;
  private final List<String> trace;
  private final List<Running> running = new ArrayList<>();
  private final Set<Long> knownClaims = new HashSet<>();
  private final Map<Integer, Integer> heldBefore = new HashMap<>();
  private final Map<Integer, Long> unlockedAt = new HashMap<>();
  private final Set<Integer> knownGone = new HashSet<>();
  private final Set<Integer> starters = new HashSet<>();
  private Violation first;

  private record Running(VirtualNode node, ClaimedJob job) {}

  /** Judges a scene; the trace is null if nobody reads it. */
  Invariants(Scene scene, List<String> trace) {
    this.scene = scene;
    this.trace = trace;
  }

  Violation first() {
    return first;
  }

  /** Places of the nodes that started something since the last question. */
  Set<Integer> takeStarters() {
    Set<Integer> taken = Set.copyOf(starters);
    starters.clear();
    return taken;
  }

  void violated(Invariant invariant, String found) {
    if (first == null) {
      first = new Violation(invariant, found);
      note(null, "VIOLATED " + first.getMessage());
    }
    throw first;
  }

  private void hold(boolean holds, Invariant invariant, String found) {
    if (!holds) {
      violated(invariant, found);
    }
  }

  @Override
  public void started(VirtualNode node, ClaimedJob job) {
    note(node, "starts " + job.id());
    starters.add(node.place);
    int identity = identity(job);
    hold(
        scene.rows.isAlive(identity),
        Invariant.GONE_NODES_TAKE_NOTHING,
        "node " + identity + " is gone and starts job " + job.id());
    for (Running other : running) {
      hold(
          other.job().id() != job.id() || !counts(other),
          Invariant.ONE_OWNER,
          "job " + job.id() + " starts while it runs at node " + identity(other.job()));
    }
    running.add(new Running(node, job));
    for (ChannelLine channel : scene.rows.channels.values()) {
      if (job.channel().isWithin(channel.path)) {
        startedWithin(channel);
      }
    }
  }

  private void startedWithin(ChannelLine channel) {
    int most = channel.mostSince(scene.clock.now() - KNOWS_LATE);
    long now =
        running.stream().filter(r -> counts(r) && r.job().channel().isWithin(channel.path)).count();
    hold(
        now <= most,
        Invariant.RUNNING_WITHIN_CAPACITY,
        now + " run in " + channel.path + ", whose capacity is " + most);
  }

  private static int identity(ClaimedJob job) {
    return (int) (job.token() >>> 32);
  }

  private boolean counts(Running run) {
    return scene.rows.isAlive(identity(run.job()));
  }

  @Override
  public void ended(VirtualNode node, ClaimedJob job) {
    running.removeIf(r -> r.node() == node && r.job().token() == job.token() && same(r, job));
  }

  private static boolean same(Running run, ClaimedJob job) {
    return run.job().id() == job.id();
  }

  @Override
  public void died(VirtualNode node) {
    note(node, "dies");
    running.removeIf(r -> r.node() == node);
  }

  @Override
  public void changed() {
    jobs();
    claims();
    channels();
    nodes();
  }

  private void jobs() {
    for (JobRow job : scene.rows.jobs.values()) {
      boolean cancelled = job.state == JobRow.State.CANCELLED;
      hold(
          job.effects <= (cancelled ? 0 : 1),
          Invariant.EFFECTS_ONCE,
          "job " + job.id + " took effect " + job.effects + " times, and is " + job.state);
      if (job.state == JobRow.State.ENQUEUED) {
        Rows.ClaimRow claim = scene.rows.claims.get(job.token);
        hold(
            claim != null && claim.jobs().contains(job.id),
            Invariant.CLAIMED_JOBS_HAVE_A_CLAIM,
            "job " + job.id + " is enqueued, but in no claim");
      }
    }
  }

  private void claims() {
    for (Rows.ClaimRow claim : scene.rows.claims.values()) {
      if (knownClaims.add(claim.token())) {
        hold(
            scene.rows.isAlive(claim.node()),
            Invariant.GONE_NODES_TAKE_NOTHING,
            "node " + claim.node() + " is gone and claims " + claim.jobs());
      }
    }
  }

  private void channels() {
    for (ChannelLine channel : scene.rows.channels.values()) {
      int sum = 0;
      for (NodeRow node : scene.rows.nodes.values()) {
        int held = node.held(channel.id);
        hold(
            held >= 0,
            Invariant.HELD_IS_WHAT_NODES_HOLD,
            "node " + node.id + " holds " + held + " of " + channel.path);
        sum += held;
      }
      hold(
          sum == channel.held,
          Invariant.HELD_IS_WHAT_NODES_HOLD,
          channel.path + " counts " + channel.held + ", nodes hold " + sum);
      hold(
          channel.held <= channel.capacity
              || channel.held <= heldBefore.getOrDefault(channel.id, 0),
          Invariant.HELD_WITHIN_CAPACITY,
          channel.held + " of " + channel.path + " are held, its capacity is " + channel.capacity);
      heldBefore.put(channel.id, channel.held);
    }
  }

  private void nodes() {
    for (NodeRow node : scene.rows.nodes.values()) {
      if (!scene.rows.advisoryLocks.contains(node.lockKey)) {
        unlockedAt.put(node.id, scene.clock.now());
      }
      if (!node.alive && knownGone.add(node.id) && "session ended".equals(node.goneReason)) {
        hold(
            scene.clock.now() - unlockedAt.getOrDefault(node.id, 0L) < LOCK_MARGIN,
            Invariant.THE_LIVING_ARE_LEFT_ALONE,
            "node " + node.id + " is taken for dead while its session lives");
      }
    }
    for (VirtualNode node : scene.nodes) {
      if (!node.isDead() && scene.rows.isAlive(node.identity())) {
        slots(node, scene.rows.nodes.get(node.identity()));
      }
    }
  }

  private void slots(VirtualNode node, NodeRow row) {
    node.steps()
        .slots(
            slot ->
                hold(
                    Math.max(slot.held, slot.used) <= row.held(slot.id),
                    Invariant.SLOTS_ARE_IN_THE_ROWS,
                    "node %d believes to hold %d of %s and uses %d, its rows say %d"
                        .formatted(row.id, slot.held, slot.path, slot.used, row.held(slot.id))));
  }

  @Override
  public void note(VirtualNode node, String what) {
    if (trace != null) {
      trace.add(
          String.format(
              java.util.Locale.ROOT,
              "%9.3f s  %s%s",
              scene.clock.now() / 1e9,
              node == null ? "" : "place " + node.place + " (#" + node.identity() + ") ",
              what));
    }
  }
}
