package io.queuejob.internal.storage.node;

import io.queuejob.internal.port.protocol.Members;
import io.queuejob.internal.storage.Session;

/** Joining and leaving, on the pulse's session. */
public final class NodeStore implements Members {
  /** Makes the node's row. Parameters: name, application, version, lock key. */
  static final String JOIN =
      """
      INSERT INTO queue_job.node (name, application, version, lock_key, pulse_pid)
      VALUES (?, ?, ?, ?, pg_backend_pid()) RETURNING id
      """;

  /** Publishes the sessions of the node. Parameters: listener's pid, node. */
  static final String SESSIONS =
      """
      UPDATE queue_job.node SET listener_pid = ?, pulse_pid = pg_backend_pid()
      WHERE id = ? AND state = 'alive'
      """;

  private final Session session;

  public NodeStore(Session session) {
    this.session = session;
  }

  @Override
  public int join(String name, String application, String version, long lockKey) {
    return session
        .run("join", s -> s.first(JOIN, row -> row.getInt(1), name, application, version, lockKey))
        .orElseThrow();
  }

  @Override
  public void publishSessions(int node, int listenerPid) {
    session.run("publish sessions", s -> s.update(SESSIONS, listenerPid, node));
  }
}
