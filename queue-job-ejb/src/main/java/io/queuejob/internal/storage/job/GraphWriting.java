package io.queuejob.internal.storage.job;

import io.queuejob.internal.graph.GraphRequest.Entry;
import io.queuejob.internal.graph.Plan;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The statements that write many jobs and their edges at once. */
final class GraphWriting {
  /** Rows that are there already, held until the commit. Parameter: uuids. */
  static final String KNOWN =
      """
      SELECT id, uuid, state, graph FROM queue_job.job WHERE uuid = ANY (?::uuid[])
      ORDER BY id FOR NO KEY UPDATE
      """;

  /** Rows of others, whom their storing holds or nobody. Parameter: uuids. */
  static final String TWINS =
      "SELECT id, uuid, state, graph FROM queue_job.job WHERE uuid = ANY (?::uuid[])";

  /** Edges that are there already. Parameter: ids of children. */
  static final String EDGES_OF =
      "SELECT parent_id, child_id FROM queue_job.job_dependency WHERE child_id = ANY (?::bigint[])";

  /** Numbers for new rows. Parameter: how many. */
  static final String IDS = "SELECT nextval('queue_job.job_id') FROM generate_series(1, ?)";

  /** Parameters: graph, then one array for each column. Who has an open parent waits for it. */
  static final String INSERT =
      """
      INSERT INTO queue_job.job (id, uuid, function_id, channel, priority, created, state, waits,
        due, eta, max_retries, timeout_seconds, graph, origin, caller, description, arguments,
        context, related, attributes)
      SELECT m.id, m.uuid, m.function_id, m.channel, m.priority, m.created,
        CASE WHEN m.blocked THEN 'wait_dependencies' ELSE 'pending' END,
        NOT m.blocked AND m.eta IS NULL, CASE WHEN NOT m.blocked THEN m.eta END, m.eta,
        m.max_retries, m.timeout_seconds, ?::uuid, 'engine', m.caller, m.description, m.arguments,
        m.context, m.related, m.attributes::jsonb
      FROM unnest(?::bigint[], ?::uuid[], ?::integer[], ?::text[], ?::integer[], ?::timestamptz[],
        ?::boolean[], ?::timestamptz[], ?::integer[], ?::integer[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[]) AS m (id, uuid, function_id, channel, priority,
        created, blocked, eta, max_retries, timeout_seconds, caller, description, arguments,
        context, related, attributes)
      """;

  /** Parameters: parents, children, whether the parent is not done. */
  static final String EDGES =
      """
      INSERT INTO queue_job.job_dependency (parent_id, child_id, open)
      SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::boolean[]) ON CONFLICT DO NOTHING
      """;

  /** Transition ATTACH: from pending; the ETA survives. Parameter: ids. */
  static final String ATTACH =
      """
      UPDATE queue_job.job SET state = 'wait_dependencies', waits = false, due = NULL
      WHERE id = ANY (?::bigint[]) AND state = 'pending'
      """;

  /**
   * Puts rows into a graph (S-GR-06), but those that somebody else holds: callers that share a twin
   * would wait for each other. Parameters: graph, ids.
   */
  static final String ADOPT =
      """
      UPDATE queue_job.job SET graph = ? WHERE id IN (
        SELECT id FROM queue_job.job
        WHERE id = ANY (?::bigint[]) AND graph IS NULL AND state <> 'enqueued'
        ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)
      """;

  private static final int MOST_ROWS = 1_000;
  private static final long MOST_CHARACTERS = 4_000_000;
  private static final int MOST_EDGES = 10_000;

  private final Statements statements;

  GraphWriting(Statements statements) {
    this.statements = statements;
  }

  /**
   * A row that was there before.
   *
   * @param graph that it belongs to; null if none
   */
  record Known(long id, UUID uuid, String state, UUID graph) {}

  /** Looks rows up and holds them; those that are gone are not among them. */
  List<Known> known(List<UUID> uuids) throws SQLException {
    return rows(KNOWN, uuids);
  }

  /** Looks rows of others up. */
  List<Known> twins(List<UUID> uuids) throws SQLException {
    return rows(TWINS, uuids);
  }

  private List<Known> rows(String sql, List<UUID> uuids) throws SQLException {
    return uuids.isEmpty()
        ? List.of()
        : statements.rows(
            sql,
            row ->
                new Known(
                    row.getLong("id"),
                    row.getObject("uuid", UUID.class),
                    row.getString("state"),
                    row.getObject("graph", UUID.class)),
            (Object) uuids.toArray(UUID[]::new));
  }

  /** The edges of children that are stored, as pairs of ids. */
  List<List<Long>> edgesOf(List<Long> children) throws SQLException {
    return children.isEmpty()
        ? List.of()
        : statements.rows(
            EDGES_OF,
            row -> List.of(row.getLong("parent_id"), row.getLong("child_id")),
            (Object) children.toArray(Long[]::new));
  }

  /** New numbers, rising. */
  List<Long> ids(int count) throws SQLException {
    return statements.rows(IDS, row -> row.getLong(1), count);
  }

  /** Writes new rows of a graph, a handful of statements for thousands. */
  void insert(List<Entry> entries, List<Long> ids, List<Boolean> blocked, UUID graph)
      throws SQLException {
    JobColumns columns = new JobColumns();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      columns.add(ids.get(i), entry.functionId(), blocked.get(i), entry.job());
      boolean full = columns.rows() >= MOST_ROWS || columns.characters() >= MOST_CHARACTERS;
      if (full || i == entries.size() - 1) {
        statements.update(INSERT, columns.parameters(graph));
        columns = new JobColumns();
      }
    }
  }

  /**
   * Writes edges.
   *
   * @param edges places in the ids
   * @param open edge by edge, whether the parent is not done
   */
  void edges(List<Plan.Edge> edges, List<Long> ids, List<Boolean> open) throws SQLException {
    for (int from = 0; from < edges.size(); from += MOST_EDGES) {
      List<Plan.Edge> some = edges.subList(from, Math.min(edges.size(), from + MOST_EDGES));
      statements.update(
          EDGES,
          some.stream().map(edge -> ids.get(edge.parent())).toArray(Long[]::new),
          some.stream().map(edge -> ids.get(edge.child())).toArray(Long[]::new),
          open.subList(from, from + some.size()).toArray(Boolean[]::new));
    }
  }

  /** Lets pending rows wait for a parent; how many did. */
  int attach(List<Long> ids) throws SQLException {
    return ids.isEmpty() ? 0 : statements.update(ATTACH, (Object) ids.toArray(Long[]::new));
  }

  /** Puts rows into a graph. */
  void adopt(UUID graph, List<Long> ids) throws SQLException {
    if (!ids.isEmpty()) {
      statements.update(ADOPT, graph, ids.toArray(Long[]::new));
    }
  }
}
