package io.queuejob.internal.operations.inspect;

import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.job.WaitReason.Code;
import io.queuejob.internal.storage.inspect.JobFacts;
import io.queuejob.internal.storage.inspect.Surroundings.Node;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a node is there that could run a job. */
final class NodeReasons {
  /** A node beats once a second; others end one that is silent for little more than this. */
  private static final int SILENT_SECONDS = 4;

  private NodeReasons() {}

  static List<WaitReason> of(JobFacts job, List<Node> nodes) {
    String application = job.place().application();
    List<Node> own = nodes.stream().filter(n -> n.application().equals(application)).toList();
    List<Node> able = own.stream().filter(Node::runs).toList();
    if (nodes.isEmpty()) {
      return List.of(WaitReason.of(Code.NO_NODE));
    } else if (own.isEmpty()) {
      return List.of(WaitReason.of(Code.NO_NODE_OF_APPLICATION, application));
    } else if (able.isEmpty()) {
      return List.of(WaitReason.of(Code.NO_NODE_WITH_METHOD, job.place().function(), labels(own)));
    }
    List<Node> taking = able.stream().filter(node -> !node.draining()).toList();
    if (taking.isEmpty()) {
      return List.of(WaitReason.of(Code.NODES_DRAINED, labels(able)));
    }
    Instant last =
        taking.stream().map(Node::heartbeat).max(Comparator.naturalOrder()).orElseThrow();
    return last.isBefore(job.now().minusSeconds(SILENT_SECONDS))
        ? List.of(WaitReason.of(Code.NODES_SILENT, labels(taking), last))
        : List.of();
  }

  private static String labels(List<Node> nodes) {
    return nodes.stream().limit(5).map(Node::label).collect(Collectors.joining(", "))
        + (nodes.size() > 5 ? ", …" : "");
  }
}
