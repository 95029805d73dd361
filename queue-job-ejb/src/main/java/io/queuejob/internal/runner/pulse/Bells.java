package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.port.protocol.Pulse.Kind;
import io.queuejob.internal.port.protocol.Rings;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Rings to other nodes, gathered and sent by the pulse's thread. A node that is alone sends none: a
 * newcomer looks for itself.
 */
public final class Bells {
  private final Set<Kind> kinds = new LinkedHashSet<>();
  private boolean changed;
  private volatile boolean alone;

  /** Work of this kind may be waiting; true if the pulse's thread should send soon. */
  public boolean work(Kind kind) {
    if (alone) {
      return false;
    }
    synchronized (this) {
      return kinds.add(kind);
    }
  }

  /** Tells the others if jobs or slots were put back; hands on whether they were. */
  boolean recovered(boolean any) {
    if (any) {
      changed();
    }
    return any;
  }

  /** Slots, wishes or requests changed; true if the pulse's thread should send soon. */
  public boolean changed() {
    if (alone) {
      return false;
    }
    synchronized (this) {
      boolean first = !changed;
      changed = true;
      return first;
    }
  }

  void alone(boolean isAlone) {
    alone = isAlone;
  }

  void send(Rings store) {
    Set<Kind> toRing;
    boolean toTell;
    synchronized (this) {
      toRing = new LinkedHashSet<>(kinds);
      toTell = changed;
      kinds.clear();
      changed = false;
    }
    if (!toRing.isEmpty()) {
      store.work(toRing);
    }
    if (toTell) {
      store.changed();
    }
  }
}
