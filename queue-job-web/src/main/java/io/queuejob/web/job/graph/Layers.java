package io.queuejob.web.job.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Which layer each of some things stands in: one behind the last of those that it waits for. */
final class Layers {
  private Layers() {}

  /** Layers from 0; what waits in a circle, which no graph has, stands where the walk left it. */
  static <T> Map<T, Integer> of(
      Collection<T> all, Map<T, List<T>> parents, Map<T, List<T>> children) {
    Map<T, Integer> layers = new HashMap<>();
    Map<T, Integer> open = new HashMap<>();
    Queue<T> free = new ArrayDeque<>();
    for (T one : all) {
      layers.put(one, 0);
      open.put(one, parents.getOrDefault(one, List.of()).size());
      if (open.get(one) == 0) {
        free.add(one);
      }
    }
    while (!free.isEmpty()) {
      T one = free.remove();
      for (T child : children.getOrDefault(one, List.of())) {
        layers.merge(child, layers.get(one) + 1, Math::max);
        if (open.merge(child, -1, Integer::sum) == 0) {
          free.add(child);
        }
      }
    }
    return layers;
  }
}
