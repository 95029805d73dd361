package io.queuejob.internal.graph;

import io.queuejob.internal.graph.GraphFault.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A part of a graph by what it begins and ends with (S-GR-02). What lies between is kept by the
 * vertices themselves, so a part may be nested to any depth at no cost.
 *
 * @param heads what has to wait if the part is to wait
 * @param tails what has to be waited for if the part is to be waited for
 */
public record Part<V>(List<Vertex<V>> heads, List<Vertex<V>> tails) {
  /** Most edges that one step adds; more is a group that waits for a group, both being large. */
  public static final long MOST_EDGES = 1_000_000;

  public Part {
    heads = List.copyOf(heads);
    tails = List.copyOf(tails);
  }

  /** One vertex by itself. */
  public static <V> Part<V> of(Vertex<V> vertex) {
    return new Part<>(List.of(vertex), List.of(vertex));
  }

  /**
   * Parts one after the other: the head of the first, the tail of the last (S-GR-04).
   *
   * @throws GraphFault if there is none, or if one cannot follow the other; nothing was added then
   */
  public static <V> Part<V> chain(List<Part<V>> parts) {
    if (parts.isEmpty()) {
      throw new GraphFault(Kind.EMPTY, List.of(), 0);
    }
    for (int i = 1; i < parts.size(); i++) {
      parts.get(i - 1).check(parts.get(i));
    }
    for (int i = 1; i < parts.size(); i++) {
      parts.get(i - 1).join(parts.get(i));
    }
    return new Part<>(parts.get(0).heads, parts.get(parts.size() - 1).tails);
  }

  /** Parts side by side, none waiting for another. */
  public static <V> Part<V> group(List<Part<V>> parts) {
    return new Part<>(union(parts, Part::heads), union(parts, Part::tails));
  }

  private static <V> List<Vertex<V>> union(
      List<Part<V>> parts, Function<Part<V>, List<Vertex<V>>> side) {
    Set<Vertex<V>> all = new LinkedHashSet<>();
    parts.forEach(part -> all.addAll(side.apply(part)));
    return new ArrayList<>(all);
  }

  /** Whether nothing is in it: a group without parts. */
  public boolean isEmpty() {
    return heads.isEmpty();
  }

  /**
   * Lets other parts wait for this one: each of their heads for each of the tails.
   *
   * @throws GraphFault if this or one of them is empty, if something would wait for itself, or if
   *     there were too many edges; nothing was added then
   */
  public void before(List<Part<V>> others) {
    others.forEach(this::check);
    others.forEach(this::join);
  }

  /** As {@link #before(List)}, of one part. */
  void before(Part<V> other) {
    before(List.of(other));
  }

  private void check(Part<V> other) {
    if (isEmpty() || other.isEmpty()) {
      throw new GraphFault(Kind.EMPTY, List.of(), 0);
    }
    long edges = (long) tails.size() * other.heads.size();
    if (edges > MOST_EDGES) {
      throw new GraphFault(Kind.TOO_MANY_EDGES, List.of(), edges);
    }
    Set<Vertex<V>> ends = new LinkedHashSet<>(tails);
    for (Vertex<V> head : other.heads) {
      if (ends.contains(head)) {
        throw new GraphFault(Kind.SELF, List.of(head.value()), 0);
      }
    }
  }

  private void join(Part<V> other) {
    tails.forEach(tail -> other.heads.forEach(tail::addNext));
  }
}
