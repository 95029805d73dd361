package io.queuejob.internal.storage.job;

import io.queuejob.internal.graph.GraphConflict;
import io.queuejob.internal.graph.GraphConflict.Kind;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.Plan;
import io.queuejob.internal.job.StoredJob;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The members of a graph that have an identity key: stored first and one by one, in the order of
 * their keys, so that two callers never wait for each other (S-GR-16).
 */
final class KeyedMembers {

  /** Stores one keyed job, or finds the one that has its key. */
  interface Store {
    /** Stores it. */
    StoredJob store(Entry entry) throws SQLException;
  }

  private final List<Entry> entries;
  private final Store store;
  private final List<Integer> keyed;
  private final Map<Integer, StoredJob> stored = new HashMap<>();

  KeyedMembers(List<Entry> entries, Store store) {
    this.entries = entries;
    this.store = store;
    this.keyed =
        IntStream.range(0, entries.size())
            .filter(i -> entries.get(i).job() != null && entries.get(i).job().identity() != null)
            .boxed()
            .sorted(Comparator.comparing(this::key))
            .toList();
  }

  boolean areAny() {
    return !keyed.isEmpty();
  }

  /**
   * Members with one key are one job, that of the first; another one of them gets no parent.
   *
   * @throws GraphConflict if it is to; nothing was written then
   */
  void refuseRepeated(List<Plan.Edge> edges) {
    Map<String, Integer> first = new HashMap<>();
    keyed.forEach(i -> first.putIfAbsent(key(i), i));
    Set<Integer> others = new HashSet<>(keyed);
    others.removeAll(first.values());
    for (Plan.Edge edge : edges) {
      if (others.contains(edge.child())) {
        throw new GraphConflict(Kind.KEY_TWICE, edge.child(), key(edge.child()), false);
      }
    }
  }

  private String key(int entry) {
    return entries.get(entry).job().identity().key();
  }

  void store() throws SQLException {
    for (int i : keyed) {
      stored.put(i, store.store(entries.get(i)));
    }
  }

  /** Whether there are such members, and each of them is somebody else's job. */
  boolean haveAllTwins() {
    return !stored.isEmpty() && stored.values().stream().noneMatch(StoredJob::created);
  }

  /** Whether one of them is new. */
  boolean haveWritten() {
    return stored.values().stream().anyMatch(StoredJob::created);
  }

  /** Whether a member has its job by now, new or not. */
  boolean isStored(int entry) {
    return stored.containsKey(entry);
  }

  /** Whether a member is somebody else's job. */
  boolean isTwin(int entry) {
    StoredJob job = stored.get(entry);
    return job != null && !job.created();
  }

  /** The job of a member; null if it is not stored here. */
  UUID uuid(int entry) {
    StoredJob job = stored.get(entry);
    return job == null ? null : job.uuid();
  }

  GraphConflict twinAsChild(int entry) {
    return new GraphConflict(
        Kind.TWIN_AS_CHILD, entry, stored.get(entry).uuid().toString(), haveWritten());
  }
}
