package io.queuejob.internal.port.protocol;

import java.util.List;
import java.util.Optional;

/** Joining. */
public interface Members {

  /**
   * Who becomes a member, for people.
   *
   * @param name its name, which may come again
   * @param application key of its application
   * @param version of the engine
   * @param applicationVersion of the application; empty if it does not know
   */
  record Newcomer(
      String name, String application, String version, Optional<String> applicationVersion) {}

  /**
   * Makes the row of a new member and returns its identity, which never comes again.
   *
   * @param maxRunning most jobs that run there at once, for people
   */
  int join(Newcomer who, long lockKey, int maxRunning);

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
