package io.queuejob.internal.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A place in a graph, and what comes after it. Used by one thread at a time.
 *
 * @param <V> what stands there
 */
public final class Vertex<V> {
  private final V value;
  private final Set<Vertex<V>> next = new LinkedHashSet<>();

  public Vertex(V value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  /** What stands there. */
  public V value() {
    return value;
  }

  /** What comes right after it, in the order in which that was said, each once. */
  public Collection<Vertex<V>> next() {
    return Collections.unmodifiableSet(next);
  }

  void addNext(Vertex<V> other) {
    next.add(other);
  }
}
