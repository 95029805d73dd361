package io.queuejob.internal.operations.desk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.node.NodeAdmin;
import io.queuejob.admin.node.NodeStatus;
import io.queuejob.internal.port.Transactions;
import io.queuejob.internal.storage.desk.NodeDeskStore;
import io.queuejob.internal.storage.desk.NodeDeskStore.Named;
import java.util.List;
import java.util.Optional;

/** Nodes: reads without a transaction, drains in one of its own. */
public final class NodeDesk implements NodeAdmin {
  private final NodeDeskStore store;
  private final Carried carried;

  public NodeDesk(NodeDeskStore store, Transactions transactions) {
    this.store = store;
    this.carried = new Carried(transactions);
  }

  @Override
  public List<NodeStatus> nodes() {
    return store.nodes();
  }

  @Override
  public CommandResult drain(int id, boolean drain, String actor) {
    return carried.out(
        () -> {
          boolean changed = store.drain(id, drain, Carried.person(actor));
          Optional<Named> node = store.named(id);
          if (node.isEmpty() || !node.get().alive()) {
            return Carried.notFound(
                "QJ7080 expected a node "
                    + node.map(Named::label).orElse("with number " + id)
                    + " that is alive, found "
                    + (node.isEmpty() ? "none" : "that it is gone")
                    + "; look at the nodes again.");
          }
          return Carried.done(answer(node.get().label(), drain, changed));
        });
  }

  private static String answer(String label, boolean drain, boolean changed) {
    if (!changed) {
      return "Node " + label + (drain ? " is drained already." : " takes up jobs already.");
    }
    return drain
        ? "Node " + label + " takes up nothing more; what runs there ends, and its slots go back."
        : "Node " + label + " takes up jobs again.";
  }
}
