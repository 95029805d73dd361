package io.queuejob.web.job.graph;

import io.queuejob.admin.job.JobGraphRows;
import io.queuejob.admin.job.JobGraphRows.Edge;
import io.queuejob.web.job.graph.Drawing.Line;
import io.queuejob.web.job.graph.Drawing.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Places boxes in columns from left to right, each behind all that it waits for, and inside a
 * column near those that it hangs on, so that few lines cross.
 */
public final class Layout {
  private static final int GAP_X = 64;
  private static final int GAP_Y = 14;
  private static final int MARGIN = 12;
  private static final int SWEEPS = 4;

  private final List<Box> boxes;
  private final Map<Box, List<Box>> parents = new HashMap<>();
  private final Map<Box, List<Box>> children = new HashMap<>();
  private final Map<Link, Boolean> links = new LinkedHashMap<>();
  private final Map<Box, Double> order = new HashMap<>();

  private record Link(Box from, Box to) {}

  private Layout(List<Box> boxes, List<Edge> edges) {
    this.boxes = boxes;
    Map<Long, Box> byJob = new HashMap<>();
    boxes.forEach(box -> box.members().forEach(node -> byJob.put(node.id(), box)));
    for (Edge edge : edges) {
      Box from = byJob.get(edge.parent());
      Box to = byJob.get(edge.child());
      if (from != null && to != null && from != to) {
        links.merge(new Link(from, to), edge.open(), Boolean::logicalOr);
      }
    }
    for (Link link : links.keySet()) {
      children.computeIfAbsent(link.from(), box -> new ArrayList<>()).add(link.to());
      parents.computeIfAbsent(link.to(), box -> new ArrayList<>()).add(link.from());
    }
  }

  /** The picture of some rows, for the page of one of their jobs. */
  public static Drawing of(JobGraphRows rows, UUID own) {
    Layout layout = new Layout(Folding.of(rows, own), rows.edges());
    return layout.drawing(rows);
  }

  private Drawing drawing(JobGraphRows rows) {
    TreeMap<Integer, List<Box>> columns = new TreeMap<>();
    Map<Box, Integer> layers = Layers.of(boxes, parents, children);
    boxes.forEach(
        box -> columns.computeIfAbsent(layers.get(box), layer -> new ArrayList<>()).add(box));
    columns.values().forEach(this::number);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forward = sweep % 2 == 0;
      (forward ? columns : columns.descendingMap())
          .values()
          .forEach(column -> sort(column, forward ? parents : children));
    }
    return placed(rows, new ArrayList<>(columns.values()));
  }

  private void number(List<Box> column) {
    for (int i = 0; i < column.size(); i++) {
      order.put(column.get(i), (i + 1.0) / (column.size() + 1));
    }
  }

  private void sort(List<Box> column, Map<Box, List<Box>> neighbours) {
    Map<Box, Double> middle = new HashMap<>();
    for (Box box : column) {
      middle.put(
          box,
          neighbours.getOrDefault(box, List.of()).stream()
              .mapToDouble(order::get)
              .average()
              .orElse(order.get(box)));
    }
    column.sort(Comparator.comparing(middle::get));
    number(column);
  }

  private Drawing placed(JobGraphRows rows, List<List<Box>> columns) {
    int tallest = columns.stream().mapToInt(List::size).max().orElse(0);
    int height = 2 * MARGIN + heightOf(tallest);
    Map<Box, Place> places = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      List<Box> all = columns.get(column);
      int x = MARGIN + column * (Drawing.BOX_WIDTH + GAP_X);
      int y = (height - heightOf(all.size())) / 2;
      for (Box box : all) {
        places.put(box, new Place(box, x, y, openOf(box)));
        y += Drawing.BOX_HEIGHT + GAP_Y;
      }
    }
    List<Line> lines = new ArrayList<>();
    links.forEach(
        (link, open) -> lines.add(new Line(places.get(link.from()), places.get(link.to()), open)));
    int width = 2 * MARGIN + columns.size() * (Drawing.BOX_WIDTH + GAP_X) - GAP_X;
    return new Drawing(
        width,
        height,
        List.copyOf(places.values()),
        lines,
        rows.nodes().size(),
        rows.truncated(),
        rows.hidden());
  }

  private static int heightOf(int boxes) {
    return Math.max(0, boxes * (Drawing.BOX_HEIGHT + GAP_Y) - GAP_Y);
  }

  private int openOf(Box box) {
    return (int)
        parents.getOrDefault(box, List.of()).stream()
            .filter(parent -> links.get(new Link(parent, box)))
            .count();
  }
}
