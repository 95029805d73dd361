package io.queuejob.simulation.node;

import io.queuejob.internal.channel.ClaimPlan;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.port.Notifications;
import io.queuejob.internal.runner.NodeSteps;
import io.queuejob.simulation.chance.Fault;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One process of a node: it acts when its loops are due, until it is killed. */
public final class VirtualNode {
  private static final Settings SETTINGS =
      SettingsReader.read(
          Map.of("queue-job.datasource", "none", "queue-job.eviction", "8s")::get, "shop", "node");

  public final int place;
  private final Scene scene;
  private final NodeAssembled assembled;
  private final LoopTurns runner;
  private final LoopTurns pulse;
  private final Set<Work> works = new HashSet<>();
  private long calls;
  private boolean dead;
  private long frozenUntil;
  private int session;
  private VirtualEar ear;
  private final int firstCall;

  /** A process at a place; calls are counted over all processes of the place. */
  public VirtualNode(Scene scene, int place, long callsBefore) {
    this.scene = scene;
    this.place = place;
    this.calls = callsBefore;
    this.firstCall = (int) callsBefore;
    this.assembled = new NodeAssembled(scene, this, SETTINGS);
    this.runner = new LoopTurns(scene, this, steps()::runnerTurn);
    this.pulse = new LoopTurns(scene, this, steps().pulse()::turn);
  }

  public NodeSteps steps() {
    return assembled.steps();
  }

  public void start() {
    act(steps()::open);
    plan(true);
  }

  /** Plans the loops' next turns. */
  void plan(boolean afterTurn) {
    if (dead) {
      return;
    }
    if (steps().isRunnerWoken()) {
      runner.dueIn(0);
    } else if (afterTurn) {
      runner.dueIn(steps().runnerWait());
    }
    pulse.dueIn(steps().pulse().left());
  }

  /** Does something in this process; if it dies of it, it ends there. */
  void act(Runnable what) {
    if (!dead) {
      try {
        what.run();
      } catch (Killed e) {
        scene.watch.note(this, "is killed");
      }
    }
  }

  /** Does something in this process later; if it is frozen then, when it thaws. */
  public void later(long nanos, Runnable what) {
    scene.clock.at(scene.clock.now() + nanos, () -> orWhenItThaws(what));
  }

  private void orWhenItThaws(Runnable what) {
    if (dead) {
      return;
    }
    if (isFrozen()) {
      later(frozenFor() + 1, what);
      return;
    }
    act(what);
    plan(false);
  }

  /** Others act for a while, in the middle of what this process does. */
  void pause(long nanos) {
    if (nanos > 0) {
      scene.clock.pass(nanos);
    }
    checkAlive();
    if (isFrozen()) {
      scene.clock.pass(frozenFor());
      checkAlive();
    }
  }

  void checkAlive() {
    if (dead) {
      throw new Killed();
    }
  }

  Fault nextFault(String what) {
    calls++;
    Fault fault = scene.faultOf(place, calls);
    scene.watch.note(this, what + (fault == null ? "" : ": " + fault.kind()));
    return fault;
  }

  /** It is gone in the middle of what it does. */
  void kill() {
    die();
    throw new Killed();
  }

  /** It is gone; its sessions end soon after. */
  public void die() {
    if (!dead) {
      dead = true;
      scene.watch.died(this);
      scene.clock.at(scene.clock.now() + scene.upTo(700), this::endSessions);
    }
  }

  public boolean isDead() {
    return dead;
  }

  public long calls() {
    return calls;
  }

  public boolean hasActed() {
    return calls > firstCall;
  }

  public void freeze(long nanos) {
    frozenUntil = Math.max(frozenUntil, scene.clock.now() + nanos);
  }

  public boolean isFrozen() {
    return scene.clock.now() < frozenUntil;
  }

  long frozenFor() {
    return frozenUntil - scene.clock.now();
  }

  int session() {
    return session;
  }

  /** The server ends its sessions: locks are free, what was not committed is rolled back. */
  void endSessions() {
    session++;
    works.forEach(Work::rollBack);
    if (ear != null) {
      ear.lose(scene.upTo(100));
    }
    scene.watch.changed();
  }

  /** The listener's session is lost; the process notices after a while. */
  public void deafen(long nanos) {
    if (ear != null && !dead) {
      ear.lose(nanos);
    }
  }

  void hear(long nanos, Consumer<Notifications> what) {
    if (ear != null && !dead) {
      ear.hear(nanos, what);
    }
  }

  VirtualEar open(VirtualEar newEar) {
    ear = newEar;
    return newEar;
  }

  void works(Work work) {
    works.add(work);
  }

  void rests(Work work) {
    works.remove(work);
  }

  /** The identity under which it claims; 0 before it joined. */
  public int identity() {
    return steps().pulse().membership().node();
  }

  /** Rings its own bell, as capture does after a commit. */
  public void ring(int function, ChannelPath channel) {
    act(() -> assembled.node().ring(function, channel));
    plan(false);
  }

  /** Work of a kind waits again. */
  public void ring(ClaimPlan.Kind kind) {
    ring(kind.functionId(), kind.channel());
  }

  /** The process is gone: nothing of it may go on. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    private Killed() {
      super("killed", null, false, false);
    }
  }
}
