package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ClaimPlan.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kinds of work that may be waiting. Hints: a kind too many costs one look, a kind too few is put
 * right by the next pulse.
 */
final class Backlog {
  private final Map<Kind, Entry> kinds = new HashMap<>();
  private long rings;
  private boolean shut;

  private record Entry(long ring, long sinceNanos) {}

  /** Whether nothing is to be taken up: then all is forgotten, and rings are not heard. */
  synchronized void shut(boolean now) {
    shut = now;
    if (shut) {
      kinds.clear();
    }
  }

  synchronized void ring(Kind kind, long nowNanos) {
    if (shut) {
      return;
    }
    Entry old = kinds.get(kind);
    kinds.put(kind, new Entry(++rings, old == null ? nowNanos : old.sinceNanos()));
  }

  /** Kinds that may be waiting. */
  synchronized List<Kind> kinds() {
    return List.copyOf(kinds.keySet());
  }

  /** Number of the last ring; taken before a look, it tells later rings apart. */
  synchronized long mark() {
    return rings;
  }

  /** Nothing of these kinds was left when it was looked at after the mark. */
  synchronized void drained(Set<Kind> empty, long mark) {
    kinds.entrySet().removeIf(e -> empty.contains(e.getKey()) && e.getValue().ring() <= mark);
  }

  /** Since when a kind has been waiting, by the monotonic clock. */
  synchronized long sinceNanos(Kind kind, long nowNanos) {
    Entry entry = kinds.get(kind);
    return entry == null ? nowNanos : entry.sinceNanos();
  }

  synchronized boolean isEmpty() {
    return kinds.isEmpty();
  }

  synchronized void clear() {
    kinds.clear();
  }
}
