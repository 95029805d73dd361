package io.queuejob.internal.graph;

import io.queuejob.internal.graph.GraphFault.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All that lies downstream of something (S-GR-05), each once, parents before their children and
 * otherwise in the order in which it was said.
 *
 * @param values what is to be done
 * @param edges who waits for whom, by places in the list of values
 * @param levels longest way from a value without a parent, place by place
 */
public record Plan<V>(List<V> values, List<Edge> edges, List<Integer> levels) {
  public Plan {
    values = List.copyOf(values);
    edges = List.copyOf(edges);
    levels = List.copyOf(levels);
  }

  /** One waits for the other; both are places in the list of values. */
  public record Edge(int parent, int child) {}

  /**
   * The plan of all that lies downstream.
   *
   * @throws GraphFault if some of it waits for itself, over others
   */
  public static <V> Plan<V> downstreamOf(Part<V> part) {
    return new Walk<>(part.heads()).plan();
  }

  /** The vertices in the order in which they are met, and how they hang together. */
  private static final class Walk<V> {
    private final List<Vertex<V>> met = new ArrayList<>();
    private final Map<Vertex<V>, Integer> place = new HashMap<>();
    private final List<List<Integer>> parents = new ArrayList<>();
    private final int[] level;
    private final int[] open;

    Walk(List<Vertex<V>> heads) {
      heads.forEach(this::meet);
      for (int i = 0; i < met.size(); i++) {
        met.get(i).next().forEach(this::meet);
      }
      for (int i = 0; i < met.size(); i++) {
        for (Vertex<V> child : met.get(i).next()) {
          parents.get(place.get(child)).add(i);
        }
      }
      level = new int[met.size()];
      open = parents.stream().mapToInt(List::size).toArray();
    }

    private void meet(Vertex<V> vertex) {
      if (place.putIfAbsent(vertex, met.size()) == null) {
        met.add(vertex);
        parents.add(new ArrayList<>());
      }
    }

    Plan<V> plan() {
      findLevels();
      List<Integer> order = new ArrayList<>(IntStream.range(0, met.size()).boxed().toList());
      order.sort(Comparator.comparingInt(i -> level[i]));
      int[] at = new int[met.size()];
      for (int i = 0; i < order.size(); i++) {
        at[order.get(i)] = i;
      }
      List<Edge> edges = new ArrayList<>();
      for (int child : order) {
        parents.get(child).forEach(parent -> edges.add(new Edge(at[parent], at[child])));
      }
      return new Plan<>(
          order.stream().map(i -> met.get(i).value()).toList(),
          edges,
          order.stream().map(i -> level[i]).toList());
    }

    private void findLevels() {
      Deque<Integer> free = new ArrayDeque<>();
      IntStream.range(0, open.length).filter(i -> open[i] == 0).forEach(free::add);
      int settled = 0;
      while (!free.isEmpty()) {
        int parent = free.remove();
        settled++;
        for (Vertex<V> next : met.get(parent).next()) {
          int child = place.get(next);
          level[child] = Math.max(level[child], level[parent] + 1);
          open[child]--;
          if (open[child] == 0) {
            free.add(child);
          }
        }
      }
      if (settled < met.size()) {
        throw new GraphFault(Kind.CYCLE, cycle(), 0);
      }
    }

    /** What is left waits for something that is left: going back, a place comes again. */
    private List<V> cycle() {
      List<Integer> back = new ArrayList<>();
      int at = IntStream.range(0, open.length).filter(i -> open[i] > 0).findFirst().orElseThrow();
      while (!back.contains(at)) {
        back.add(at);
        at = parents.get(at).stream().filter(i -> open[i] > 0).findFirst().orElseThrow();
      }
      List<Integer> path = new ArrayList<>(back.subList(back.indexOf(at), back.size()));
      path.add(at);
      Collections.reverse(path);
      return path.stream().map(i -> met.get(i).value()).toList();
    }
  }
}
