package io.queuejob.internal.storage.desk;

import io.queuejob.admin.node.NodeStatus;
import io.queuejob.admin.node.NodeStatus.HeldSlots;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads nodes, and drains them. */
public final class NodeDeskStore {
  private static final long LATE_MILLIS = 5_000;

  /** Nodes alive, and those gone for less than a day. */
  static final String NODES =
      """
      SELECT n.id, n.name, n.application, nullif(n.version, 'null') AS version,
        n.application_version, n.state, n.joined, n.heartbeat, n.gone,
        n.gone_reason, n.refused, n.max_running, n.draining, n.draining_by,
        greatest(0, extract(epoch FROM clock_timestamp() - n.heartbeat) * 1000)::bigint AS silent,
        n.configuration_seen < (SELECT version FROM queue_job.configuration) AS behind,
        (SELECT count(*) FROM queue_job.job_run r
          WHERE r.node_id = n.id AND r.started IS NOT NULL) AS running,
        (SELECT count(*) FROM (SELECT FROM queue_job.claim c CROSS JOIN LATERAL unnest(c.job_ids)
            AS i(id) JOIN queue_job.job j ON j.id = i.id AND j.token = c.token
          WHERE c.node_id = n.id LIMIT 10000) claimed) AS held,
        e.uuid, e.error_class, e.message, e.ended
      FROM queue_job.node n LEFT JOIN LATERAL (
        SELECT j.uuid::text AS uuid, a.error_class, left(a.message, 2000) AS message, a.ended
        FROM queue_job.job_attempt a LEFT JOIN queue_job.job j ON j.id = a.job_id
        WHERE a.node = n.name || '#' || n.id AND a.error_class IS NOT NULL
        ORDER BY a.id DESC LIMIT 1) e ON true
      WHERE n.state = 'alive' OR n.gone > clock_timestamp() - interval '1 day'
      ORDER BY n.state, n.gone DESC, n.name, n.id LIMIT 200
      """;

  /** What nodes hold of limited channels. */
  static final String SLOTS =
      """
      SELECT s.node_id, c.path, s.held, c.capacity FROM queue_job.slot s
      JOIN queue_job.channel c ON c.id = s.channel_id WHERE s.held > 0 ORDER BY c.path
      """;

  /** Parameters: whether it drains, node, whether it drains. */
  static final String DRAIN =
      """
      UPDATE queue_job.node SET draining = CASE WHEN ? THEN clock_timestamp() END
      WHERE id = ? AND state = 'alive' AND (draining IS NOT NULL) <> ?
      """;

  /** Name and state of a node. Parameter: node. */
  static final String NAME =
      "SELECT name || '#' || id AS label, state = 'alive' AS alive FROM queue_job.node WHERE id = ?";

  private final Database database;

  public NodeDeskStore(Database database) {
    this.database = database;
  }

  /**
   * A node's name.
   *
   * @param label name with number
   * @param alive whether it lives
   */
  public record Named(String label, boolean alive) {}

  /** All that are shown. */
  public List<NodeStatus> nodes() {
    return database.run(
        "read nodes",
        s -> {
          Map<Integer, List<HeldSlots>> slots = slots(s);
          return s.rows(NODES, row -> node(row, slots));
        });
  }

  private static Map<Integer, List<HeldSlots>> slots(Statements s) throws SQLException {
    Map<Integer, List<HeldSlots>> slots = new HashMap<>();
    s.rows(
        SLOTS,
        row ->
            slots
                .computeIfAbsent(row.getInt("node_id"), node -> new ArrayList<>())
                .add(
                    new HeldSlots(
                        row.getString("path"), row.getInt("held"), Rows.integer(row, "capacity"))));
    return slots;
  }

  private static NodeStatus node(ResultSet row, Map<Integer, List<HeldSlots>> slots)
      throws SQLException {
    int id = row.getInt("id");
    NodeStatus.Work work =
        new NodeStatus.Work(
            row.getLong("running"),
            row.getLong("held"),
            Rows.integer(row, "max_running"),
            slots.getOrDefault(id, List.of()));
    boolean drains = Rows.instant(row, "draining") != null;
    return new NodeStatus(
        id,
        row.getString("name"),
        row.getString("application"),
        row.getString("version"),
        state(row, work, drains),
        new NodeStatus.Life(
            Rows.instant(row, "joined"),
            Rows.instant(row, "heartbeat"),
            row.getLong("silent"),
            Rows.instant(row, "gone"),
            row.getString("gone_reason")),
        work,
        drains
            ? new NodeStatus.Drain(row.getString("draining_by"), Rows.instant(row, "draining"))
            : null,
        row.getBoolean("behind"),
        row.getLong("refused"),
        error(row),
        row.getString("application_version"));
  }

  private static NodeStatus.State state(ResultSet row, NodeStatus.Work work, boolean drains)
      throws SQLException {
    if (row.getString("state").equals("gone")) {
      return NodeStatus.State.GONE;
    } else if (row.getLong("silent") > LATE_MILLIS) {
      return NodeStatus.State.SILENT;
    } else if (!drains) {
      return NodeStatus.State.ALIVE;
    }
    boolean empty = work.held() == 0 && work.slots().isEmpty();
    return empty ? NodeStatus.State.DRAINED : NodeStatus.State.DRAINING;
  }

  private static NodeStatus.LastError error(ResultSet row) throws SQLException {
    return row.getString("error_class") == null
        ? null
        : new NodeStatus.LastError(
            row.getString("uuid"),
            row.getString("error_class"),
            row.getString("message"),
            Rows.instant(row, "ended"));
  }

  /** Drains or no more; false if it is so already, or the node is gone. */
  public boolean drain(int id, boolean drain, String actor) {
    return database.run(
            "drain node " + id,
            s -> {
              s.rows(Person.ACTS, row -> null, actor);
              return s.update(DRAIN, drain, id, drain);
            })
        > 0;
  }

  /** A node's name; empty if there never was one. */
  public Optional<Named> named(int id) {
    return database.run(
        "read node " + id,
        s -> s.first(NAME, row -> new Named(row.getString("label"), row.getBoolean("alive")), id));
  }
}
