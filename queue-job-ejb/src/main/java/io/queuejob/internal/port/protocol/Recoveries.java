package io.queuejob.internal.port.protocol;

/** Putting back what a node held that is gone. */
public interface Recoveries {

  /** Marks a node gone; false if another did already. */
  boolean fence(int node, String reason);

  /**
   * Ends the sessions that a node showed, because it is frozen.
   *
   * @return how many were ended
   * @throws RuntimeException if the role may not end them
   */
  int endSessions(int node);

  /**
   * Puts one batch of the jobs of a node that is gone back, and frees its idle slots.
   *
   * @return how many jobs went back; 0 if none is left or all that are left are locked
   */
  int recoverBatch(int node);
}
