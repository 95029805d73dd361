package io.queuejob.admin.node;

import io.queuejob.admin.CommandResult;
import java.util.List;

/** Reading and draining nodes; the implementation is injected: {@code @Inject NodeAdmin nodes}. */
public interface NodeAdmin {

  /** Nodes that are alive, and those gone for less than a day. */
  List<NodeStatus> nodes();

  /**
   * Drains a node, or lets it take up jobs again. It obeys within about a second, for as long as it
   * lives: one that is started anew is not drained.
   *
   * @param id the node's number
   * @param drain whether it is to take nothing up
   * @param actor who asks for it
   */
  CommandResult drain(int id, boolean drain, String actor);
}
