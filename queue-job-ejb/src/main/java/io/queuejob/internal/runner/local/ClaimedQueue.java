package io.queuejob.internal.runner.local;

import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Jobs claimed and not started, in order per channel. Not thread-safe: guarded by the dispatcher.
 */
public final class ClaimedQueue {
  private static final Comparator<Entry> ORDER = Comparator.comparing(e -> e.job().order());

  private final Map<ChannelPath, Deque<Entry>> byChannel = new HashMap<>();
  private final Map<Kind, Integer> counts = new HashMap<>();
  private int size;

  /**
   * A job that waits for its start.
   *
   * @param job it
   * @param sinceNanos since when it is here
   * @param apart whether it must have a transaction of its own: one that it shared was rolled back
   */
  public record Entry(ClaimedJob job, long sinceNanos, boolean apart) {}

  void add(ClaimedJob job, long nowNanos) {
    add(job, nowNanos, false);
  }

  void add(ClaimedJob job, long nowNanos, boolean apart) {
    insert(
        byChannel.computeIfAbsent(job.channel(), path -> new ArrayDeque<>()),
        new Entry(job, nowNanos, apart));
    counts.merge(kind(job), 1, Integer::sum);
    size++;
  }

  /** Claims come in order, mostly after what is here: looked for from the end, and rarely far. */
  private static void insert(Deque<Entry> ordered, Entry entry) {
    if (ordered.isEmpty() || ORDER.compare(entry, ordered.peekLast()) >= 0) {
      ordered.addLast(entry);
      return;
    }
    Deque<Entry> later = new ArrayDeque<>();
    while (!ordered.isEmpty() && ORDER.compare(entry, ordered.peekLast()) < 0) {
      later.push(ordered.pollLast());
    }
    ordered.addLast(entry);
    ordered.addAll(later);
  }

  /** Takes the first job, in order, of those first in their channels that may start, or null. */
  ClaimedJob poll(Predicate<ClaimedJob> mayStart) {
    Entry first = poll(mayStart, entry -> true);
    return first == null ? null : first.job();
  }

  /** Takes the first job, in order, of those that may start; null if it is not the one wanted. */
  Entry poll(Predicate<ClaimedJob> mayStart, Predicate<Entry> wanted) {
    Entry best = null;
    for (Map.Entry<ChannelPath, Deque<Entry>> channel : byChannel.entrySet()) {
      Entry head = channel.getValue().peek();
      if (head != null
          && (best == null || ORDER.compare(head, best) < 0)
          && mayStart.test(head.job())) {
        best = head;
      }
    }
    if (best == null || !wanted.test(best)) {
      return null;
    }
    Deque<Entry> queue = byChannel.get(best.job().channel());
    queue.poll();
    if (queue.isEmpty()) {
      byChannel.remove(best.job().channel());
    }
    removed(best.job());
    return best;
  }

  private void removed(ClaimedJob job) {
    counts.computeIfPresent(kind(job), (kind, n) -> n == 1 ? null : n - 1);
    size--;
  }

  private static Kind kind(ClaimedJob job) {
    return new Kind(job.functionId(), job.channel());
  }

  /** Takes out the jobs that a test picks. */
  List<ClaimedJob> take(Predicate<Entry> which) {
    List<ClaimedJob> taken = new ArrayList<>();
    for (Deque<Entry> queue : byChannel.values()) {
      for (Iterator<Entry> at = queue.iterator(); at.hasNext(); ) {
        Entry entry = at.next();
        if (which.test(entry)) {
          at.remove();
          taken.add(entry.job());
        }
      }
    }
    taken.forEach(this::removed);
    byChannel.values().removeIf(Deque::isEmpty);
    return taken;
  }

  /** How many jobs of each kind; kept as they come and go, for it is asked at every wake-up. */
  Map<Kind, Integer> counts() {
    return Map.copyOf(counts);
  }

  int size() {
    return size;
  }
}
