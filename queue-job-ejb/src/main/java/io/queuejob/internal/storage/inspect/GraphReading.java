package io.queuejob.internal.storage.inspect;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads graphs: the members of one, a job's neighbours, all that lies downstream of a job. */
public final class GraphReading {
  private static final String COLUMNS =
      """
      SELECT j.id, j.uuid, coalesce(f.name, '') AS function, j.description,
        CASE WHEN j.state = 'enqueued' AND r.started IS NOT NULL THEN 'started' ELSE j.state END
          AS state,
        CASE WHEN r.progress_of > 0 AND r.progress_done >= 0
          THEN least(100, 100 * r.progress_done / r.progress_of)::int END AS percent
      FROM queue_job.job j
      LEFT JOIN queue_job.function f ON f.id = j.function_id
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token
      """;

  /** Parameters: graph, most. */
  static final String MEMBERS = COLUMNS + "WHERE j.graph = ? ORDER BY j.id LIMIT ?";

  /** Parameter: jobs. */
  static final String JOBS = COLUMNS + "WHERE j.id = ANY (?::bigint[]) ORDER BY j.id";

  /**
   * A job with those that it waits for and those that wait for it. Parameters: job, thrice, most.
   */
  static final String NEIGHBOURS =
      """
      SELECT k.id FROM (
        SELECT ?::bigint AS id
        UNION SELECT parent_id FROM queue_job.job_dependency WHERE child_id = ?
        UNION SELECT child_id FROM queue_job.job_dependency WHERE parent_id = ?) AS k
      LIMIT ?
      """;

  /** Parameters: children, most. */
  static final String EDGES =
      """
      SELECT parent_id, child_id, open FROM queue_job.job_dependency
      WHERE child_id = ANY (?::bigint[]) ORDER BY child_id, parent_id LIMIT ?
      """;

  /** All that waits, or waited, for a job, directly or not. Parameters: job, most. */
  static final String BELOW =
      """
      WITH RECURSIVE below(id) AS (
        SELECT child_id FROM queue_job.job_dependency WHERE parent_id = ?
        UNION
        SELECT d.child_id FROM below b JOIN queue_job.job_dependency d ON d.parent_id = b.id)
      SELECT id FROM below LIMIT ?
      """;

  private static final int MOST_EDGES = 50_000;

  private final Database database;

  public GraphReading(Database database) {
    this.database = database;
  }

  /** A job of a graph. */
  public record Node(
      long id, UUID uuid, String function, String description, String state, Integer percent) {}

  /** One waits for another. */
  public record Edge(long parent, long child, boolean open) {}

  /** Jobs and the edges between them. */
  public record Picture(List<Node> nodes, List<Edge> edges) {
    public Picture {
      nodes = List.copyOf(nodes);
      edges = List.copyOf(edges);
    }
  }

  /**
   * The graph of a job, or its neighbours.
   *
   * @param most jobs; one more than that is read so that a reader sees that there are more
   */
  public Picture around(JobFacts job, int most) {
    return database.run(
        "read the graph of job " + job.id(),
        s -> {
          List<Node> nodes =
              job.graph() == null
                  ? nodes(s, s.rows(NEIGHBOURS, id(), job.id(), job.id(), job.id(), most + 1))
                  : s.rows(MEMBERS, GraphReading::node, job.graph(), most + 1);
          if (nodes.stream().noneMatch(node -> node.id() == job.id())) {
            nodes = new ArrayList<>(nodes);
            nodes.addAll(0, nodes(s, List.of(job.id())));
          }
          return new Picture(nodes, edges(s, nodes));
        });
  }

  /** All downstream of a job, one more than most at most, with the edges that lead to them. */
  public Picture below(long job, int most) {
    return database.run(
        "read what lies downstream of job " + job,
        s -> {
          List<Node> nodes = nodes(s, s.rows(BELOW, id(), job, most + 1));
          return new Picture(nodes, edges(s, nodes));
        });
  }

  private static Rows.Mapper<Long> id() {
    return row -> row.getLong(1);
  }

  private static List<Node> nodes(Statements s, List<Long> ids) throws SQLException {
    return ids.isEmpty() ? List.of() : s.rows(JOBS, GraphReading::node, ids);
  }

  private static List<Edge> edges(Statements s, List<Node> nodes) throws SQLException {
    if (nodes.isEmpty()) {
      return List.of();
    }
    return s.rows(
        EDGES,
        row -> new Edge(row.getLong("parent_id"), row.getLong("child_id"), row.getBoolean("open")),
        nodes.stream().map(Node::id).toList(),
        MOST_EDGES);
  }

  private static Node node(ResultSet row) throws SQLException {
    return new Node(
        row.getLong("id"),
        row.getObject("uuid", UUID.class),
        row.getString("function"),
        row.getString("description"),
        row.getString("state"),
        Rows.integer(row, "percent"));
  }
}
