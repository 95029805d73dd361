package io.queuejob.internal.storage.node;

import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.SqlFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Shows which functions a node can run; written when that changes, else nothing is sent. */
final class NodeFunctions {
  /** Parameters: functions, node. */
  static final String SHOW =
      """
      UPDATE queue_job.node SET functions = ?::integer[] WHERE id = ? AND state = 'alive'
      """;

  private static final Logger LOG = System.getLogger(NodeFunctions.class.getName());

  private final Session session;
  private int shownOf;
  private List<Integer> shown = List.of();

  NodeFunctions(Session session) {
    this.session = session;
  }

  /** For people only: a failure stops no pulse, and is mended by the next. */
  void show(int node, List<Integer> functions) {
    List<Integer> sorted = functions.stream().sorted().toList();
    if (node == shownOf && sorted.equals(shown)) {
      return;
    }
    try {
      session.run(
          "show the functions of a node",
          s -> s.update(SHOW, sorted.toArray(Integer[]::new), node));
      shownOf = node;
      shown = sorted;
    } catch (SqlFailure e) {
      LOG.log(Level.DEBUG, "functions of this node are not shown yet: {0}", e.getMessage());
    }
  }
}
