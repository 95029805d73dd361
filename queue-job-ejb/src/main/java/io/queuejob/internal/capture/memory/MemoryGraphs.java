package io.queuejob.internal.capture.memory;

import io.queuejob.api.JobGraph.Fate;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.GraphStore;
import io.queuejob.internal.graph.StoredGraph;
import io.queuejob.internal.graph.StoredGraph.Member;
import io.queuejob.internal.job.JobRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Passes the calls of a graph on, parents before their children; the order is all that is left. */
record MemoryGraphs(Consumer<JobRequest> receiver) implements GraphStore {

  @Override
  public StoredGraph store(GraphRequest request) {
    List<Member> members = new ArrayList<>();
    for (Entry entry : request.entries()) {
      if (entry.job() == null) {
        members.add(new Member(Fate.KNOWN, entry.known(), false));
      } else {
        receiver.accept(entry.job());
        members.add(new Member(Fate.CREATED, entry.job().uuid(), false));
      }
    }
    return new StoredGraph(members);
  }
}
