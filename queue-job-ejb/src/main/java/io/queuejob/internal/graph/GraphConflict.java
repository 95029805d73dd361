package io.queuejob.internal.graph;

/** What is to be stored does not go together with what is stored. */
public final class GraphConflict extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Kind {
    /** A job that no longer waits is to get a parent, or to become one without being done. */
    NO_LONGER_WAITS,
    /** Another's job, found by its identity key, is to get a parent. */
    TWIN_AS_CHILD,
    /** A member is to get a parent and has the identity key of another member. */
    KEY_TWICE,
    /** Members belong to different graphs already. */
    TWO_GRAPHS
  }

  private final Kind kind;
  private final int entry;
  private final String found;
  private final boolean written;

  /**
   * A conflict.
   *
   * @param kind what is in the way
   * @param entry the place of the entry that it is about
   * @param found what was found: a state, the graphs, or the key
   * @param written whether something was written before it was seen
   */
  public GraphConflict(Kind kind, int entry, String found, boolean written) {
    super(kind + " at " + entry + ": " + found);
    this.kind = kind;
    this.entry = entry;
    this.found = found;
    this.written = written;
  }

  /** What is in the way. */
  public Kind kind() {
    return kind;
  }

  /** The place of the entry that it is about. */
  public int entry() {
    return entry;
  }

  /** A state, the graphs, or the key. */
  public String found() {
    return found;
  }

  /** Whether something was written before it was seen. */
  public boolean written() {
    return written;
  }
}
