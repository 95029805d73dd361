package io.queuejob.internal.runner.release;

import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Pulse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Jobs of graphs that ended here, until those that waited for them are released. What is lost with
 * the node is left over in the rows, and any node's pulse sees it there.
 */
public final class Releases {
  private final Function<List<Long>, Set<Pulse.Kind>> store;
  private final Set<Long> ended = new LinkedHashSet<>();
  private boolean leftovers;

  /**
   * None yet.
   *
   * @param store releases the dependents of these jobs, or of all that are left over if there are
   *     none; what was released before it leaves alone
   */
  public Releases(Function<List<Long>, Set<Pulse.Kind>> store) {
    this.store = store;
  }

  /** The outcome of a job is committed; whether others may wait for it. */
  public synchronized boolean ended(ClaimedJob job) {
    return job.inGraph() && ended.add(job.id());
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
      kinds.addAll(store.apply(parents));
      released(parents);
    }
    if (takeLeftovers()) {
      kinds.addAll(store.apply(List.of()));
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
