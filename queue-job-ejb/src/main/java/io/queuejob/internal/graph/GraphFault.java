package io.queuejob.internal.graph;

import java.util.List;

/** Something that cannot be a graph of jobs. */
public final class GraphFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    /** A chain or group without parts. */
    EMPTY,
    /** Something that is to come after itself. */
    SELF,
    /** Things that wait for one another; the path begins and ends with the same. */
    CYCLE,
    /** More edges than one step may add. */
    TOO_MANY_EDGES
  }

  private final Kind kind;
  private final transient List<?> path;
  private final long edges;

  GraphFault(Kind kind, List<?> path, long edges) {
    super(kind + " " + path + " " + edges);
    this.kind = kind;
    this.path = List.copyOf(path);
    this.edges = edges;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** The values of the places that are concerned, in order. */
  public List<?> path() {
    return path;
  }

  /** How many edges were to be added; 0 where that is not the matter. */
  public long edges() {
    return edges;
  }
}
