package io.queuejob.testing;

import io.queuejob.api.JobRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order of {@link JobTrap#perform}: S-TT-05. */
final class PerformOrder {

  private PerformOrder() {}

  /**
   * Single jobs by priority, then in the order of the calls; then graph by graph, parents before
   * their children.
   *
   * @param jobs in the order of the calls, in which parents come before their children
   */
  static List<TrappedJob> of(List<TrappedJob> jobs) {
    Map<JobRef, List<TrappedJob>> graphs = graphs(jobs);
    List<TrappedJob> order = new ArrayList<>();
    graphs.values().stream()
        .filter(graph -> graph.size() == 1)
        .map(graph -> graph.get(0))
        .sorted(Comparator.comparingInt(TrappedJob::priority))
        .forEach(order::add);
    graphs.values().stream().filter(graph -> graph.size() > 1).forEach(order::addAll);
    return order;
  }

  /** The members of each graph, by one of them. */
  private static Map<JobRef, List<TrappedJob>> graphs(List<TrappedJob> jobs) {
    Map<JobRef, JobRef> leader = new HashMap<>();
    for (TrappedJob job : jobs) {
      leader.put(job.ref(), job.ref());
      job.parents().stream().filter(leader::containsKey).forEach(p -> join(leader, p, job.ref()));
    }
    Map<JobRef, List<TrappedJob>> graphs = new LinkedHashMap<>();
    for (TrappedJob job : jobs) {
      graphs.computeIfAbsent(top(leader, job.ref()), ref -> new ArrayList<>()).add(job);
    }
    return graphs;
  }

  private static void join(Map<JobRef, JobRef> leader, JobRef one, JobRef other) {
    leader.put(top(leader, other), top(leader, one));
  }

  private static JobRef top(Map<JobRef, JobRef> leader, JobRef ref) {
    JobRef top = ref;
    while (!leader.get(top).equals(top)) {
      top = leader.get(top);
    }
    return top;
  }
}
