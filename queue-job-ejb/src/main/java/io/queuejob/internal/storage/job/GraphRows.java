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

/**
 * One graph on its way into the tables: what is there is looked at and held, then all is written.
 */
final class GraphRows {
  private static final Set<String> WAITING = Set.of("pending", "wait_dependencies");
  private static final String DONE = "done";
  private static final String GONE = "gone";

  private final List<Entry> entries;
  private final GraphWriting writing;
  private final Map<UUID, Known> rows = new HashMap<>();
  private final Map<Integer, Known> known = new HashMap<>();
  private final List<Plan.Edge> edges = new ArrayList<>();
  private final List<Boolean> open = new ArrayList<>();
  private final BitSet blocked = new BitSet();

  GraphRows(GraphRequest request, GraphWriting writing) {
    this.entries = request.entries();
    this.writing = writing;
    this.edges.addAll(request.edges());
  }

  StoredGraph write() throws SQLException {
    lookAtKnown();
    dropStoredEdges();
    checkEdges();
    UUID graph = graph();
    List<Long> ids = insert(graph);
    writing.edges(edges, ids, open);
    attach(graph);
    return result();
  }

  private void lookAtKnown() throws SQLException {
    List<UUID> uuids =
        entries.stream().map(Entry::known).filter(uuid -> uuid != null).distinct().toList();
    writing.known(uuids).forEach(row -> rows.put(row.uuid(), row));
    for (int i = 0; i < entries.size(); i++) {
      Known row = rows.get(entries.get(i).known());
      if (row != null) {
        known.put(i, row);
      }
    }
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
    return entries.get(entry).job() == null && !known.containsKey(entry);
  }

  private void checkEdges() {
    for (Plan.Edge edge : edges) {
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
      throw new GraphConflict(Kind.NO_LONGER_WAITS, entry, state, false);
    }
  }

  /** The graph that a member has already, else a new one; none for a single job (S-GR-06). */
  private UUID graph() {
    Set<UUID> graphs = new TreeSet<>();
    for (Map.Entry<Integer, Known> member : known.entrySet()) {
      UUID graph = member.getValue().graph();
      if (graph != null && graphs.add(graph) && graphs.size() > 1) {
        throw new GraphConflict(Kind.TWO_GRAPHS, member.getKey(), graphs.toString(), false);
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
      if (entries.get(i).job() != null) {
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
      if (entries.get(i).job() != null) {
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
      Entry entry = entries.get(i);
      boolean pending = !blocked.get(i);
      members.add(
          entry.job() == null
              ? new StoredGraph.Member(Fate.KNOWN, entry.known(), pending)
              : new StoredGraph.Member(Fate.CREATED, entry.job().uuid(), pending));
    }
    return new StoredGraph(members);
  }
}
