package io.queuejob.internal.runner.local;

/** How the node stands with the others. */
public interface Standing {
  /** Whether jobs may start at a monotonic time. */
  boolean mayStart(long nowNanos);

  /** Whether a claim's token is of the identity that the node has now. */
  boolean holds(long token);
}
