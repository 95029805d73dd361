package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.port.protocol.Recoveries;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the jobs of dead nodes back. A node is dead when this node has itself seen its lock free for
 * the whole grace, over its own unbroken pulses. A node whose session lives while its heartbeat
 * stands still for the eviction time, counted likewise, is frozen: its sessions are ended first.
 * The age of a job is never the test. Used by the pulse's thread alone.
 */
final class Recovery {
  private static final System.Logger LOG = System.getLogger("io.queuejob.recovery");
  private static final Duration UNBROKEN = Duration.ofMillis(2_500);

  private final Recoveries store;
  private final long graceNanos;
  private final long evictionNanos;
  private final Map<Integer, Long> freeSince = new HashMap<>();
  private final Map<Integer, Beat> beats = new HashMap<>();
  private final Set<Integer> unfinished = new HashSet<>();
  private long lastNanos;

  /** A heartbeat as it was shown, and when it was first seen, by the monotonic clock. */
  private record Beat(long shown, long sinceNanos) {}

  Recovery(Recoveries store, Duration grace, Duration eviction) {
    this.store = store;
    this.graceNanos = grace.toNanos();
    this.evictionNanos = eviction.toNanos();
  }

  /**
   * Takes a pulse into account and recovers who is due.
   *
   * @return whether jobs or slots were put back
   */
  boolean observe(Pulse.Others others, long nowNanos) {
    if (nowNanos - lastNanos > UNBROKEN.toNanos()) {
      freeSince.clear();
      beats.clear();
    }
    lastNanos = nowNanos;
    freeSince.keySet().retainAll(others.unlocked());
    others.unlocked().forEach(node -> freeSince.putIfAbsent(node, nowNanos));
    unfinished.addAll(others.leftBehind());
    for (int node : others.unlocked()) {
      if (nowNanos - freeSince.get(node) >= graceNanos) {
        fence(node);
      }
    }
    evictFrozen(others.heartbeats(), nowNanos);
    return recover();
  }

  private void evictFrozen(Map<Long, Long> heartbeats, long nowNanos) {
    beats.keySet().removeIf(node -> !heartbeats.containsKey((long) node));
    heartbeats.forEach(
        (node, shown) ->
            beats.merge(
                node.intValue(),
                new Beat(shown, nowNanos),
                (old, seen) -> old.shown() == seen.shown() ? old : seen));
    for (Map.Entry<Integer, Beat> beat : Map.copyOf(beats).entrySet()) {
      if (nowNanos - beat.getValue().sinceNanos() >= evictionNanos) {
        evict(beat.getKey());
      }
    }
  }

  private void evict(int node) {
    try {
      evictFenced(node);
    } catch (RuntimeException e) {
      notFenced(node, e);
    }
  }

  private void evictFenced(int node) {
    int ended = store.endSessions(node);
    if (store.fence(node, "frozen")) {
      LOG.log(
          Level.WARNING,
          "QJ5105 node {0} is evicted: its heartbeat stood still for {1} while its session lived;"
              + " {2} of its sessions were ended, its jobs run elsewhere",
          String.valueOf(node),
          Duration.ofNanos(evictionNanos),
          String.valueOf(ended));
    }
    beats.remove(node);
    unfinished.add(node);
  }

  /** A node that cannot be fenced now keeps nobody from recovering the others. */
  private void fence(int node) {
    try {
      fenceGone(node);
    } catch (RuntimeException e) {
      notFenced(node, e);
      endSessions(node); // one of them may hold what the fence waits for
    }
  }

  private static void notFenced(int node, RuntimeException why) {
    LOG.log(
        Level.WARNING,
        "QJ5110 node {0} could not be marked gone, trying again: {1}",
        String.valueOf(node),
        why.getMessage());
  }

  private void endSessions(int node) {
    try {
      store.endSessions(node);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "sessions of node {0} could not be ended: {1}", node, e.getMessage());
    }
  }

  private void fenceGone(int node) {
    if (store.fence(node, "session ended")) {
      LOG.log(
          Level.WARNING,
          "QJ5101 node {0} is gone: its session ended more than {1} ago; its jobs run elsewhere",
          String.valueOf(node),
          Duration.ofNanos(graceNanos));
    }
    freeSince.remove(node);
    unfinished.add(node);
  }

  /** This node leaves in order: what it still holds waits again at once. */
  void leave(int self) {
    if (store.fence(self, "stopped")) {
      unfinished.add(self);
      recover();
    }
  }

  private boolean recover() {
    boolean any = !unfinished.isEmpty();
    for (int node : List.copyOf(unfinished)) {
      try {
        recover(node);
        unfinished.remove(node);
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "QJ5109 what node {0} held could not be put back, trying again: {1}",
            String.valueOf(node),
            e.getMessage());
      }
    }
    return any;
  }

  private void recover(int node) {
    int jobs = 0;
    for (int batch = store.recoverBatch(node); batch > 0; batch = store.recoverBatch(node)) {
      jobs += batch;
    }
    if (jobs > 0) {
      LOG.log(
          Level.INFO,
          "QJ5102 put {0} jobs of node {1} back to wait",
          String.valueOf(jobs),
          String.valueOf(node));
    }
  }

  /**
   * When to look again at the latest, by the monotonic clock; {@code otherwise} if nothing is due.
   */
  long nextLook(long otherwise) {
    long next = otherwise;
    for (long since : freeSince.values()) {
      if (since + graceNanos - lastNanos > 0) { // what failed has the next beat
        next = Math.min(next, since + graceNanos);
      }
    }
    return next;
  }
}
