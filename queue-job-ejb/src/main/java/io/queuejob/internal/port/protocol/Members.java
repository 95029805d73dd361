package io.queuejob.internal.port.protocol;

/** Joining. */
public interface Members {

  /** Makes the row of a new member and returns its identity, which never comes again. */
  int join(String name, String application, String version, long lockKey);

  /** Publishes the pids of the node's sessions. */
  void publishSessions(int node, int listenerPid);
}
