package io.queuejob.simulation.node;

import io.queuejob.internal.port.Ears;
import io.queuejob.internal.port.Notifications;
import io.queuejob.simulation.chance.Sometimes;
import java.util.function.Consumer;

/** A listener: it holds its node's lock while its session lives. */
final class VirtualEar implements Ears.Ear {
  private final Scene scene;
  private final VirtualNode node;
  private final long lockKey;
  private final Notifications notifications;
  private boolean connected;
  private boolean closed;
  private boolean wasLost;
  private int pid;

  VirtualEar(Scene scene, VirtualNode node, long lockKey, Notifications notifications) {
    this.scene = scene;
    this.node = node;
    this.lockKey = lockKey;
    this.notifications = notifications;
    node.later(scene.upTo(20), this::connect);
  }

  private void connect() {
    if (closed || connected) {
      return;
    }
    if (!scene.rows.advisoryLocks.add(lockKey)) {
      node.later(scene.upTo(50), this::connect);
      return;
    }
    connected = true;
    pid++;
    if (wasLost && scene.rows.isAlive(node.identity())) {
      scene.reached(Sometimes.SESSION_LOST_AND_KEPT);
    }
    notifications.listening(pid);
  }

  /** The session ends; the process notices after a while. */
  void lose(long nanos) {
    if (connected) {
      connected = false;
      wasLost = true;
      scene.rows.advisoryLocks.remove(lockKey);
      scene.watch.note(node, "lost its listener");
      node.later(nanos, this::reconnect);
    }
  }

  private void reconnect() {
    if (!closed) {
      notifications.deaf();
      connect();
    }
  }

  void hear(long nanos, Consumer<Notifications> what) {
    if (connected) {
      node.later(
          nanos,
          () -> {
            if (connected) {
              what.accept(notifications);
            }
          });
    }
  }

  @Override
  public void abandon() {
    close();
  }

  @Override
  public void close() {
    closed = true;
    if (connected) {
      connected = false;
      long at = scene.clock.now() + scene.upTo(30);
      scene.clock.at(at, () -> scene.rows.advisoryLocks.remove(lockKey));
    }
  }
}
