package io.queuejob.chaos.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which capacity of a channel was in force when; a paused channel has none. */
public final class Capacities {
  /** Capacity of a channel without limit. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private final Map<String, TreeMap<Instant, Integer>> steps = new TreeMap<>();

  /** The capacity from the very begin. */
  public synchronized void start(String path, int capacity) {
    steps.computeIfAbsent(path, p -> new TreeMap<>()).put(Instant.EPOCH, capacity);
  }

  /** From now on either the old or this one may be in force. */
  public synchronized void changing(String path, int capacity) {
    TreeMap<Instant, Integer> own = steps.get(path);
    own.put(Instant.now(), Math.max(own.lastEntry().getValue(), capacity));
  }

  /** From now on this one is in force. */
  public synchronized void changed(String path, int capacity) {
    steps.get(path).put(Instant.now(), capacity);
  }

  /** The largest in force at any time between two instants. */
  public synchronized int most(String path, Instant from, Instant to) {
    TreeMap<Instant, Integer> own = steps.get(path);
    int most = own.floorEntry(from).getValue();
    if (from.isBefore(to)) {
      for (int one : own.subMap(from, true, to, true).values()) {
        most = Math.max(most, one);
      }
    }
    return most;
  }

  /** All known paths. */
  public synchronized Set<String> paths() {
    return Set.copyOf(steps.keySet());
  }
}
