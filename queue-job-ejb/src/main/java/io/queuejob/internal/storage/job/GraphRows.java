package io.queuejob.internal.storage.job;

import io.queuejob.api.JobGraph.Fate;
import io.queuejob.internal.graph.GraphConflict;
import io.queuejob.internal.graph.GraphConflict.Kind;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.Plan;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.storage.job.GraphWriting.Known;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * One graph on its way into the tables: what is there is looked at and held, then all is written.
 */
final class GraphRows {
  private static final Set<String> WAITING = Set.of("pending", "wait_dependencies");
  private static final String DONE = "done";
  private static final String GONE = "gone";

  private final List<Entry> entries;
  private final GraphWriting writing;
  private final KeyedMembers keyed;
  private final Map<UUID, Known> rows = new HashMap<>();
  private final Map<Integer, Known> known = new HashMap<>();
  private final List<Plan.Edge> edges = new ArrayList<>();
  private final List<Boolean> open = new ArrayList<>();
  private final BitSet blocked = new BitSet();

  GraphRows(GraphRequest request, GraphWriting writing, KeyedMembers keyed) {
    this.entries = request.entries();
    this.writing = writing;
    this.keyed = keyed;
    this.edges.addAll(request.edges());
  }

  StoredGraph write() throws SQLException {
    lookAtKnown();
    if (keyed.areAny()) {
      dropStoredEdges();
      checkEdges();
      keyed.refuseRepeated(edges);
      keyed.store();
      if (keyed.haveAllTwins()) {
        return result();
      }
      lookAtKnown();
    }
    dropStoredEdges();
    checkEdges();
    UUID graph = graph();
    List<Long> ids = insert(graph);
    writing.edges(edges, ids, open);
    attach(graph);
    return result();
  }

  private void lookAtKnown() throws SQLException {
    writing.known(uuids(i -> !keyed.isTwin(i))).forEach(row -> rows.put(row.uuid(), row));
    writing.twins(uuids(keyed::isTwin)).forEach(row -> rows.put(row.uuid(), row));
    for (int i = 0; i < entries.size(); i++) {
      Known row = rows.get(uuid(i));
      if (row != null) {
        known.put(i, row);
      }
    }
  }

  private List<UUID> uuids(IntPredicate which) {
    return IntStream.range(0, entries.size())
        .filter(which)
        .mapToObj(this::uuid)
        .filter(uuid -> uuid != null)
        .distinct()
        .toList();
  }

  /** The job that stands for an entry; null while there is none. */
  private UUID uuid(int entry) {
    UUID uuid = entries.get(entry).known();
    return uuid == null ? keyed.uuid(entry) : uuid;
  }

  /** Whether an entry is to be stored with the others. */
  private boolean isFresh(int entry) {
    return entries.get(entry).job() != null && !keyed.isStored(entry);
  }

  /** What somebody stored before, or what this application stored and does not remember. */
  private void dropStoredEdges() throws SQLException {
    List<Long> children = known.values().stream().map(Known::id).toList();
    Set<List<Long>> stored = new HashSet<>(writing.edgesOf(children));
    edges.removeIf(
        edge -> {
          Known parent = known.get(edge.parent());
          Known child = known.get(edge.child());
          return parent != null
              && child != null
              && stored.contains(List.of(parent.id(), child.id()));
        });
    edges.removeIf(edge -> isGone(edge.parent()));
  }

  /** Retention removes what is done, so a parent that is gone is no hindrance (S-GR-10). */
  private boolean isGone(int entry) {
    return !isFresh(entry) && !known.containsKey(entry);
  }

  private void checkEdges() {
    open.clear();
    blocked.clear();
    for (Plan.Edge edge : edges) {
      if (keyed.isTwin(edge.child())) {
        throw keyed.twinAsChild(edge.child());
      }
      boolean waits = !DONE.equals(stateOf(edge.parent()));
      if (waits) {
        refuseUnlessWaiting(edge.parent());
      }
      refuseUnlessWaiting(edge.child());
      open.add(waits);
      if (waits) {
        blocked.set(edge.child());
      }
    }
  }

  /** The state of a row that was there; pending for what is new. */
  private String stateOf(int entry) {
    if (isGone(entry)) {
      return GONE;
    }
    Known row = known.get(entry);
    return row == null ? "pending" : row.state();
  }

  private void refuseUnlessWaiting(int entry) {
    String state = stateOf(entry);
    if (!WAITING.contains(state)) {
      throw new GraphConflict(Kind.NO_LONGER_WAITS, entry, state, keyed.haveWritten());
    }
  }

  /** The graph that a member has already, else a new one; none for a single job (S-GR-06). */
  private UUID graph() {
    Set<UUID> graphs = new TreeSet<>();
    for (Map.Entry<Integer, Known> member : known.entrySet()) {
      UUID graph = member.getValue().graph();
      if (graph != null && graphs.add(graph) && graphs.size() > 1) {
        throw new GraphConflict(
            Kind.TWO_GRAPHS, member.getKey(), graphs.toString(), keyed.haveWritten());
      }
    }
    if (!graphs.isEmpty()) {
      return graphs.iterator().next();
    }
    return entries.size() > 1 ? UUID.randomUUID() : null;
  }

  private List<Long> insert(UUID graph) throws SQLException {
    List<Entry> fresh = new ArrayList<>();
    List<Boolean> waiting = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (isFresh(i)) {
        fresh.add(entries.get(i));
        waiting.add(blocked.get(i));
      }
    }
    List<Long> numbers = fresh.isEmpty() ? List.of() : writing.ids(fresh.size());
    writing.insert(fresh, numbers, waiting, graph);
    List<Long> ids = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < entries.size(); i++) {
      Known row = known.get(i);
      if (isFresh(i)) {
        ids.add(numbers.get(next++));
      } else {
        ids.add(row == null ? null : row.id());
      }
    }
    return ids;
  }

  private void attach(UUID graph) throws SQLException {
    List<Long> pending = new ArrayList<>();
    List<Long> strays = new ArrayList<>();
    known.forEach(
        (entry, row) -> {
          if (blocked.get(entry) && row.state().equals("pending")) {
            pending.add(row.id());
          }
          if (row.graph() == null) {
            strays.add(row.id());
          }
        });
    writing.attach(pending);
    if (graph != null) {
      writing.adopt(graph, strays);
    }
  }

  private StoredGraph result() {
    List<StoredGraph.Member> members = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      members.add(new StoredGraph.Member(fate(i), uuidOf(i), !blocked.get(i)));
    }
    return new StoredGraph(members);
  }

  private Fate fate(int entry) {
    if (entries.get(entry).job() == null) {
      return Fate.KNOWN;
    } else if (keyed.isTwin(entry)) {
      return Fate.TWIN;
    }
    return keyed.haveAllTwins() ? Fate.LEFT_OUT : Fate.CREATED;
  }

  private UUID uuidOf(int entry) {
    UUID uuid = uuid(entry);
    return uuid != null || keyed.haveAllTwins() ? uuid : entries.get(entry).job().uuid();
  }
}
