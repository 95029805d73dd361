package io.queuejob.internal.capture.memory;

import io.queuejob.api.JobGraph.Fate;
import io.queuejob.api.JobRef;
import io.queuejob.internal.graph.GraphConflict;
import io.queuejob.internal.graph.GraphConflict.Kind;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.graph.Plan.Edge;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.graph.StoredGraph.Member;
import io.queuejob.internal.job.JobRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Passes the calls of a graph on, parents before their children.
 *
 * @param calls passes a call on with its parents, or answers who stands for it
 */
record MemoryGraphs(Calls calls) implements GraphStore {

  /** What becomes of single calls. */
  interface Calls {

    /** The job that stands for a call; empty if it is a new one. */
    Optional<UUID> twinOf(JobRequest request);

    /** Passes a call on, of which something may stand for it by now; the job's uuid. */
    Kept take(JobRequest request, List<JobRef> parents);
  }

  /**
   * What became of a call.
   *
   * @param uuid of the job that is there now
   * @param created whether it is new
   */
  record Kept(UUID uuid, boolean created) {}

  @Override
  public StoredGraph store(GraphRequest request) {
    if (isLeftOut(request.entries())) {
      return new StoredGraph(members(request, entry -> leftOut(entry)));
    }
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < request.entries().size(); i++) {
      members.add(stored(request, i, members));
    }
    return new StoredGraph(members);
  }

  /** Whether all members that have an identity key have a twin (S-GR-06). */
  private boolean isLeftOut(List<Entry> entries) {
    List<JobRequest> keyed =
        entries.stream()
            .map(Entry::job)
            .filter(job -> job != null && job.identity() != null)
            .toList();
    return !keyed.isEmpty() && keyed.stream().allMatch(job -> calls.twinOf(job).isPresent());
  }

  private static List<Member> members(GraphRequest request, Function<Entry, Member> fate) {
    return request.entries().stream().map(fate).toList();
  }

  private Member leftOut(Entry entry) {
    if (entry.job() == null) {
      return new Member(Fate.KNOWN, entry.known(), false);
    } else if (entry.job().identity() == null) {
      return new Member(Fate.LEFT_OUT, null, false);
    }
    return new Member(Fate.TWIN, calls.take(entry.job(), List.of()).uuid(), false);
  }

  private Member stored(GraphRequest request, int place, List<Member> before) {
    Entry entry = request.entries().get(place);
    if (entry.job() == null) {
      return new Member(Fate.KNOWN, entry.known(), false);
    }
    List<JobRef> parents =
        request.edges().stream()
            .filter(edge -> edge.child() == place)
            .map(Edge::parent)
            .map(parent -> new JobRef(before.get(parent).uuid()))
            .toList();
    Optional<UUID> twin = calls.twinOf(entry.job());
    if (twin.isPresent() && !parents.isEmpty()) {
      throw new GraphConflict(Kind.TWIN_AS_CHILD, place, twin.get().toString(), !before.isEmpty());
    }
    Kept kept = calls.take(entry.job(), parents);
    return new Member(kept.created() ? Fate.CREATED : Fate.TWIN, kept.uuid(), false);
  }
}
