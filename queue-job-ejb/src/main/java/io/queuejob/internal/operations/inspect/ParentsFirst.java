package io.queuejob.internal.operations.inspect;

import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.inspect.GraphReading.Edge;
import io.queuejob.internal.storage.inspect.GraphReading.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Jobs of a picture in an order in which none stands before one that it waits for. */
final class ParentsFirst {
  private ParentsFirst() {}

  static List<Node> order(GraphReading.Picture picture) {
    Map<Long, Node> byId = new HashMap<>();
    picture.nodes().forEach(node -> byId.put(node.id(), node));
    Map<Long, Integer> open = new HashMap<>();
    Map<Long, List<Long>> children = new HashMap<>();
    for (Edge edge : picture.edges()) {
      if (byId.containsKey(edge.parent()) && byId.containsKey(edge.child())) {
        open.merge(edge.child(), 1, Integer::sum);
        children.computeIfAbsent(edge.parent(), id -> new ArrayList<>()).add(edge.child());
      }
    }
    Queue<Long> free = new ArrayDeque<>();
    picture.nodes().stream().map(Node::id).filter(id -> !open.containsKey(id)).forEach(free::add);
    List<Node> order = new ArrayList<>();
    while (!free.isEmpty()) {
      Long id = free.remove();
      order.add(byId.get(id));
      for (Long child : children.getOrDefault(id, List.of())) {
        if (open.merge(child, -1, Integer::sum) == 0) {
          free.add(child);
        }
      }
    }
    return order;
  }
}
