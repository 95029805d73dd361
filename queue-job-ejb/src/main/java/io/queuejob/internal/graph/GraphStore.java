package io.queuejob.internal.graph;

/** Where many jobs are written at once, in the transaction of the thread. */
@FunctionalInterface
public interface GraphStore {

  /**
   * Writes jobs and edges in this thread's transaction, before it returns.
   *
   * @throws GraphConflict if it does not go together with what is stored
   * @throws IllegalStateException if the thread's connection takes no part in its transaction;
   *     nothing was written then
   */
  StoredGraph store(GraphRequest request);
}
