package io.queuejob.internal.storage.doctor;

import io.queuejob.internal.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Facts of the nodes that count as alive. */
public final class NodeFacts {
  /**
   * A node is behind only if nothing changed for some seconds. The lock shows whether its session
   * lives, and which one that is.
   */
  static final String NODES =
      """
      SELECT n.name || '#' || n.id AS label, n.application, n.version,
        n.application_version, n.role,
        extract(epoch FROM clock_timestamp() - n.heartbeat)::float8 AS silent,
        l.pid IS NOT NULL AS locked,
        coalesce(l.pid <> n.listener_pid, false) AS between,
        n.configuration_seen < c.version AND NOT EXISTS (SELECT FROM queue_job.channel h
            WHERE greatest(h.changed, h.told) > clock_timestamp() - interval '5 seconds')
          AND NOT EXISTS (SELECT FROM queue_job.function f
            WHERE greatest(f.changed, f.created) > clock_timestamp() - interval '5 seconds')
          AND n.joined < clock_timestamp() - interval '5 seconds' AS behind,
        coalesce((SELECT r.rolsuper OR pg_has_role(r.oid, 'pg_signal_backend', 'MEMBER')
          FROM pg_roles r WHERE r.rolname = n.role), false) AS may_signal
      FROM queue_job.node n CROSS JOIN queue_job.configuration c
      LEFT JOIN pg_locks l ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND ((l.classid::bigint << 32) | l.objid::bigint) = n.lock_key
      WHERE n.state = 'alive' ORDER BY n.id LIMIT 200
      """;

  private final Database database;

  public NodeFacts(Database database) {
    this.database = database;
  }

  /**
   * A node that counts as alive.
   *
   * @param label its name as people see it
   * @param application key of its application
   * @param version of the engine; empty if unknown
   * @param applicationVersion of the application; null if unknown
   * @param role of the database that it uses
   * @param silent seconds since its last heartbeat
   * @param locked whether its session lives
   * @param between whether that session is another one than the node was told
   * @param behind whether it goes by an old configuration
   * @param maySignal whether its role may end sessions of other roles
   */
  public record NodeFact(
      String label,
      String application,
      String version,
      String applicationVersion,
      String role,
      double silent,
      boolean locked,
      boolean between,
      boolean behind,
      boolean maySignal) {}

  /** All of them. */
  public List<NodeFact> read() {
    return database.run("read the nodes", s -> s.rows(NODES, NodeFacts::node));
  }

  private static NodeFact node(ResultSet row) throws SQLException {
    return new NodeFact(
        row.getString("label"),
        row.getString("application"),
        row.getString("version"),
        row.getString("application_version"),
        row.getString("role"),
        row.getDouble("silent"),
        row.getBoolean("locked"),
        row.getBoolean("between"),
        row.getBoolean("behind"),
        row.getBoolean("may_signal"));
  }
}
