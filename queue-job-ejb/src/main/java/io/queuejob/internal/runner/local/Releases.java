package io.queuejob.internal.runner.local;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Dependents;
import io.queuejob.internal.port.protocol.Pulse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Jobs of graphs that ended here, until those that waited for them are released. What is lost with
 * the node is left over in the rows, and any node's pulse sees it there.
 */
public final class Releases {
  private final Dependents store;
  private final Set<Long> ended = new LinkedHashSet<>();
  private boolean leftovers;

  public Releases(Dependents store) {
    this.store = store;
  }

  /** The outcome of a job is committed. */
  public synchronized void ended(ClaimedJob job) {
    if (job.inGraph()) {
      ended.add(job.id());
    }
  }

  /** The rows have some that nobody released yet, or not; hands its argument on. */
  public synchronized boolean leftOver(boolean any) {
    leftovers |= any;
    return any;
  }

  /** Releases; after an error it is all kept for the next time. Returns what waits now. */
  public Set<Pulse.Kind> release() {
    Set<Pulse.Kind> kinds = new HashSet<>();
    List<Long> parents = parents();
    if (!parents.isEmpty()) {
      kinds.addAll(store.release(parents));
      released(parents);
    }
    if (takeLeftovers()) {
      kinds.addAll(store.release(List.of()));
    }
    return kinds;
  }

  private synchronized List<Long> parents() {
    return new ArrayList<>(ended);
  }

  private synchronized void released(List<Long> parents) {
    parents.forEach(ended::remove);
  }

  private synchronized boolean takeLeftovers() {
    boolean any = leftovers;
    leftovers = false;
    return any;
  }
}
