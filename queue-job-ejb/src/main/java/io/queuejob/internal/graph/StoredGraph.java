package io.queuejob.internal.graph;

import io.queuejob.api.JobGraph;
import java.util.List;
import java.util.UUID;

/**
 * What became of a {@link GraphRequest}.
 *
 * @param members entry by entry
 */
public record StoredGraph(List<Member> members) {
  public StoredGraph {
    members = List.copyOf(members);
  }

  /**
   * What became of one entry.
   *
   * @param fate whether it is a new job
   * @param uuid the job's; null if there is none
   * @param pending whether it may run at once, or when it is due
   */
  public record Member(JobGraph.Fate fate, UUID uuid, boolean pending) {}
}
