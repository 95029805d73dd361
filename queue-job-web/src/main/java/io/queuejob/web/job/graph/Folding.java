package io.queuejob.web.job.graph;

import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobGraphRows.Edge;
import io.queuejob.admin.job.JobGraphRows.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts jobs into boxes: more than fifty of one layer with the same method and state become one box,
 * and so do more than fifty that only wait for one another in a row. The page's own job always has
 * a box to itself.
 */
final class Folding {
  static final int MOST_ALIKE = 50;

  private final Map<Long, Node> nodes = new LinkedHashMap<>();
  private final Map<Long, List<Long>> parents = new HashMap<>();
  private final Map<Long, List<Long>> children = new HashMap<>();
  private final UUID own;

  private Folding(JobGraphRows rows, UUID own) {
    this.own = own;
    rows.nodes().forEach(node -> nodes.put(node.id(), node));
    for (Edge edge : rows.edges()) {
      children.computeIfAbsent(edge.parent(), id -> new ArrayList<>()).add(edge.child());
      parents.computeIfAbsent(edge.child(), id -> new ArrayList<>()).add(edge.parent());
    }
  }

  /** The boxes of some rows; no job is in two of them. */
  static List<Box> of(JobGraphRows rows, UUID own) {
    return new Folding(rows, own).boxes();
  }

  private List<Box> boxes() {
    List<Box> boxes = new ArrayList<>();
    Map<Long, List<Node>> rows = inARow();
    Map<String, List<Node>> alike = new LinkedHashMap<>();
    Map<Long, Integer> layers = Layers.of(nodes.keySet(), parents, children);
    for (Node node : nodes.values()) {
      if (rows.containsKey(node.id())) {
        List<Node> row = rows.get(node.id());
        if (row.get(0) == node) {
          boxes.add(new Box(row, false));
        }
      } else if (node.uuid().equals(own)) {
        boxes.add(new Box(List.of(node), true));
      } else {
        String kind = layers.get(node.id()) + " " + node.state() + " " + node.function();
        alike.computeIfAbsent(kind, key -> new ArrayList<>()).add(node);
      }
    }
    alike.values().forEach(group -> addAlike(boxes, group));
    return boxes;
  }

  private static void addAlike(List<Box> boxes, List<Node> group) {
    if (group.size() > MOST_ALIKE) {
      boxes.add(new Box(group, false));
    } else {
      group.forEach(node -> boxes.add(new Box(List.of(node), false)));
    }
  }

  /** Long rows by each of their members. */
  private Map<Long, List<Node>> inARow() {
    Map<Long, List<Node>> rows = new HashMap<>();
    for (Node node : nodes.values()) {
      if (!node.uuid().equals(own) && before(node) == null) {
        List<Node> row = new ArrayList<>();
        for (Node at = node; at != null; at = after(at)) {
          row.add(at);
        }
        if (row.size() > MOST_ALIKE) {
          row.forEach(member -> rows.put(member.id(), row));
        }
      }
    }
    return rows;
  }

  private Node after(Node node) {
    Node next = only(children.get(node.id()));
    return next != null && only(parents.get(next.id())) == node && isAlike(node, next)
        ? next
        : null;
  }

  private Node before(Node node) {
    Node last = only(parents.get(node.id()));
    return last != null && after(last) == node ? last : null;
  }

  private Node only(List<Long> ids) {
    return ids == null || ids.size() != 1 ? null : nodes.get(ids.get(0));
  }

  private boolean isAlike(Node one, Node other) {
    return one.state().equals(other.state())
        && one.function().equals(other.function())
        && !one.uuid().equals(own)
        && !other.uuid().equals(own);
  }
}
