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
 * the whole grace, over its own unbroken pulses; never by age. Used by the pulse's thread alone.
 */
final class Recovery {
  private static final System.Logger LOG = System.getLogger("io.queuejob.recovery");
  private static final Duration UNBROKEN = Duration.ofMillis(2_500);

  private final Recoveries store;
  private final long graceNanos;
  private final Map<Integer, Long> freeSince = new HashMap<>();
  private final Set<Integer> unfinished = new HashSet<>();
  private long lastNanos;

  Recovery(Recoveries store, Duration grace) {
    this.store = store;
    this.graceNanos = grace.toNanos();
  }

  /**
   * Takes a pulse into account and recovers who is due.
   *
   * @return whether jobs or slots were put back
   */
  boolean observe(Pulse.Others others, long nowNanos) {
    if (nowNanos - lastNanos > UNBROKEN.toNanos()) {
      freeSince.clear();
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
    return recover();
  }

  private void fence(int node) {
    if (store.fence(node, "its session ended")) {
      LOG.log(
          Level.WARNING,
          "QJ5101 node {0} is gone: its session ended more than {1} ago; its jobs run elsewhere",
          String.valueOf(node),
          Duration.ofNanos(graceNanos));
    }
    freeSince.remove(node);
    unfinished.add(node);
  }

  private boolean recover() {
    boolean any = !unfinished.isEmpty();
    for (int node : List.copyOf(unfinished)) {
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
      unfinished.remove(node);
    }
    return any;
  }

  /**
   * When to look again at the latest, by the monotonic clock; {@code otherwise} if nothing is due.
   */
  long nextLook(long otherwise) {
    long next = otherwise;
    for (long since : freeSince.values()) {
      next = Math.min(next, since + graceNanos);
    }
    return next;
  }
}
