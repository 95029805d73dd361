package io.queuejob.simulation.node;

import io.queuejob.simulation.chance.Fault;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A node's session with the database, on which everything may happen. */
final class Line {
  private static final long LOCK_TIMEOUT = 500_000_000L;
  private static final long LOOK_AGAIN = 20_000_000L;

  private final Scene scene;
  private final VirtualNode node;
  private Runnable pending;

  Line(Scene scene, VirtualNode node) {
    this.scene = scene;
    this.node = node;
  }

  <T> T call(String what, Supplier<T> statement) {
    return call(what, () -> false, statement);
  }

  /** Sends a statement, which waits while it is blocked, and waits for its reply. */
  <T> T call(String what, BooleanSupplier blocked, Supplier<T> statement) {
    node.checkAlive();
    Fault fault = node.nextFault(what);
    Fault.Kind kind = fault == null ? null : fault.kind();
    int session = node.session();
    if (kind == Fault.Kind.PARTITION) {
      node.deafen(fault.nanos());
    }
    boolean isLong = kind == Fault.Kind.STALL || kind == Fault.Kind.PARTITION;
    node.pause(isLong ? fault.nanos() : someTime());
    if (kind == Fault.Kind.KILL_BEFORE) {
      node.kill();
    } else if (kind == Fault.Kind.FAIL || session != node.session()) {
      throw new StatementFailed(what + " failed");
    } else if (kind == Fault.Kind.LATE) {
      late(what, fault.nanos(), blocked, statement);
    }
    carryOutLate();
    waitFor(what, blocked);
    T result = statement.get();
    scene.watch.changed();
    if (kind == Fault.Kind.KILL_AFTER) {
      node.kill();
    }
    node.pause(someTime());
    if (kind == Fault.Kind.LOSE_REPLY || session != node.session()) {
      throw new StatementFailed("reply to " + what + " lost");
    }
    return result;
  }

  private <T> void late(String what, long nanos, BooleanSupplier blocked, Supplier<T> statement) {
    pending =
        () -> {
          if (!blocked.getAsBoolean()) {
            scene.watch.note(node, what + ", late");
            T result = statement.get();
            scene.watch.note(node, "answered " + result);
            scene.watch.changed();
          }
        };
    scene.clock.at(scene.clock.now() + nanos, this::carryOutLate);
    throw new StatementFailed(what + " given up");
  }

  /** At its time, or before the session that follows is used, for that one ends the lost one. */
  private void carryOutLate() {
    Runnable late = pending;
    pending = null;
    if (late != null) {
      late.run();
    }
  }

  private void waitFor(String what, BooleanSupplier blocked) {
    long deadline = scene.clock.now() + LOCK_TIMEOUT;
    for (int i = 0; blocked.getAsBoolean(); i++) {
      if (scene.clock.now() >= deadline || i > LOCK_TIMEOUT / LOOK_AGAIN) {
        throw new StatementFailed(what + " timed out");
      }
      scene.clock.pass(LOOK_AGAIN);
      node.checkAlive();
    }
  }

  /** Mostly others do not act meanwhile. */
  private long someTime() {
    int chance = scene.random.nextInt(20);
    return chance == 0 ? scene.upTo(100) : chance < 4 ? scene.upTo(2) : 0;
  }
}
