package io.queuejob.internal.port.protocol;

import java.util.List;

/** Joining. */
public interface Members {

  /**
   * Makes the row of a new member and returns its identity, which never comes again.
   *
   * @param maxRunning most jobs that run there at once, for people
   */
  int join(String name, String application, String version, long lockKey, int maxRunning);

  /**
   * The sessions of a node, by the numbers of their backends; 0 for one that is not known.
   *
   * @param listener of the session that holds the node's lock
   * @param runner of the session that claims
   * @param workers of those in which jobs ended
   */
  record Sessions(int listener, int runner, List<Integer> workers) {}

  /** Shows the node's sessions, so that others can end them if the node is frozen. */
  void publishSessions(int node, Sessions sessions);
}
