package io.queuejob.internal.storage.node;

import io.queuejob.internal.port.protocol.Members;
import io.queuejob.internal.storage.Session;

/** Joining and leaving, on the pulse's session. */
public final class NodeStore implements Members {
  /**
   * Makes the node's row, or finds that of a lost reply. Parameters: name, application, version of
   * the engine, that of the application, lock key, most jobs at once.
   */
  static final String JOIN =
      """
      INSERT INTO queue_job.node
        (name, application, version, application_version, lock_key, max_running, pulse_pid)
      VALUES (?, ?, ?, ?, ?, ?, pg_backend_pid())
      ON CONFLICT (lock_key) DO UPDATE SET pulse_pid = EXCLUDED.pulse_pid RETURNING id
      """;

  /** Shows the node's sessions. Parameters: pids of listener, runner, workers; node. */
  static final String SESSIONS =
      """
      UPDATE queue_job.node SET listener_pid = ?, pulse_pid = pg_backend_pid(), runner_pid = ?,
        worker_pids = ?::int[]
      WHERE id = ? AND state = 'alive'
      """;

  private final Session session;

  public NodeStore(Session session) {
    this.session = session;
  }

  @Override
  public int join(Newcomer who, long lockKey, int maxRunning) {
    return session
        .run(
            "join",
            s ->
                s.first(
                    JOIN,
                    row -> row.getInt(1),
                    who.name(),
                    who.application(),
                    who.version(),
                    who.applicationVersion().orElse(null),
                    lockKey,
                    maxRunning))
        .orElseThrow();
  }

  @Override
  public void publishSessions(int node, Sessions sessions) {
    session.run(
        "publish sessions",
        s -> s.update(SESSIONS, sessions.listener(), sessions.runner(), sessions.workers(), node));
  }
}
