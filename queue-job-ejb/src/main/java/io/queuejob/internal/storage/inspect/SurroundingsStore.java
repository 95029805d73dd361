package io.queuejob.internal.storage.inspect;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import io.queuejob.internal.storage.WaitingKinds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what stands around a job that waits or is held. */
public final class SurroundingsStore {
  /** Jobs counted that come before one. */
  public static final int MOST_AHEAD = 1_000;

  /** Parameters: function, most. */
  static final String NODES =
      """
      SELECT name || '#' || id AS label, application, heartbeat,
        functions IS NULL OR ? = ANY (functions) AS runs, draining IS NOT NULL AS draining
      FROM queue_job.node WHERE state = 'alive' ORDER BY id LIMIT ?
      """;

  /** Parameter: child. */
  static final String PARENT_COUNTS =
      """
      SELECT count(*) FILTER (WHERE open)::int AS open, count(*)::int AS total
      FROM queue_job.job_dependency WHERE child_id = ?
      """;

  /** Those that hold a job, the stopped ones first. Parameter: child. */
  static final String OPEN_PARENTS =
      """
      SELECT p.id, p.uuid, coalesce(nullif(p.description, ''), f.name, '') AS name,
        CASE WHEN p.state = 'enqueued' AND r.started IS NOT NULL THEN 'started' ELSE p.state END
          AS state
      FROM queue_job.job_dependency d JOIN queue_job.job p ON p.id = d.parent_id
      LEFT JOIN queue_job.function f ON f.id = p.function_id
      LEFT JOIN queue_job.job_run r ON r.job_id = p.id AND r.token = p.token
      WHERE d.child_id = ? AND d.open
      ORDER BY p.state IN ('failed', 'cancelled') DESC, p.id LIMIT 5
      """;

  /**
   * The first of a sequential channel and its subtree that is neither held nor final, as a claim
   * finds it. Parameters: channel, four times.
   */
  static final String FIRST =
      WaitingKinds.OF_ALL
          + """
      , candidate AS (
        SELECT j.* FROM kind k CROSS JOIN LATERAL (
          SELECT id, priority, created FROM queue_job.job
          WHERE waits AND function_id = k.function_id AND channel = k.channel
          ORDER BY priority, created, id LIMIT 1) AS j
        WHERE k.channel = ? OR starts_with(k.channel, ? || '.')
        UNION ALL
        SELECT j.* FROM queue_job.channel c CROSS JOIN LATERAL (
          SELECT id, priority, created FROM queue_job.job
          WHERE (failed OR due IS NOT NULL) AND channel = c.path
          ORDER BY priority, created, id LIMIT 1) AS j
        WHERE c.path = ? OR starts_with(c.path, ? || '.'))
      SELECT j.id, j.uuid, coalesce(nullif(j.description, ''), f.name, '') AS name, j.state
      FROM (SELECT id FROM candidate ORDER BY priority, created, id LIMIT 1) AS k
      JOIN queue_job.job j ON j.id = k.id
      LEFT JOIN queue_job.function f ON f.id = j.function_id
      """;

  /** Parameters: function, channel, priority, created, id, most. */
  static final String AHEAD =
      """
      SELECT count(*)::int AS ahead FROM (
        SELECT FROM queue_job.job WHERE waits AND function_id = ? AND channel = ?
          AND (priority, created, id) < (?, ?, ?)
        ORDER BY priority, created, id LIMIT ?) AS counted
      """;

  /**
   * An open transaction that has locked or changed the row. Several at once are behind a number of
   * their own, which is looked up only where it can be one. Parameter: job.
   */
  static final String LOCK =
      """
      SELECT a.pid, a.xact_start, a.usename, a.application_name
      FROM queue_job.job j
      CROSS JOIN LATERAL (
        SELECT j.xmax AS xid UNION ALL
        SELECT m.xid FROM pg_get_multixact_members(
          CASE WHEN mxid_age(j.xmax) BETWEEN 1 AND 100000 THEN j.xmax END) AS m(xid, mode)) AS holder
      JOIN pg_locks l ON l.locktype = 'transactionid' AND l.granted AND l.transactionid = holder.xid
      JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE j.id = ? AND l.pid <> pg_backend_pid() LIMIT 1
      """;

  /** Whether a part of an open transaction has locked or changed the row. Parameter: job. */
  static final String LOCKED =
      """
      SELECT coalesce(pg_xact_status(CASE WHEN x.xid > 2 THEN x.xid::text::xid8 END)
        = 'in progress', false) AS locked
      FROM queue_job.job j
      CROSS JOIN LATERAL (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next) AS n
      CROSS JOIN LATERAL (SELECT n.next - ((n.next - j.xmax::text::bigint) % 4294967296
        + 4294967296) % 4294967296 AS xid) AS x
      WHERE j.id = ? AND j.xmax::text <> '0'
      """;

  private static final int MOST_NODES = 1_000;

  private final Database database;

  public SurroundingsStore(Database database) {
    this.database = database;
  }

  /** What stands around a job. */
  public Surroundings of(JobFacts job) {
    boolean waits = job.state().equals("pending");
    return database.run(
        "read what holds job " + job.id() + " up",
        s -> {
          List<ChannelFacts> channels = ChannelFactsStore.of(s, job.place().channel());
          return new Surroundings(
              channels,
              s.rows(NODES, SurroundingsStore::node, job.place().functionId(), MOST_NODES),
              parents(s, job),
              waits ? firsts(s, channels) : Map.of(),
              waits ? lock(s, job.id()) : null,
              waits && job.timing().due() == null ? ahead(s, job) : 0);
        });
  }

  private static Surroundings.Node node(ResultSet row) throws SQLException {
    return new Surroundings.Node(
        row.getString("label"),
        row.getString("application"),
        Rows.instant(row, "heartbeat"),
        row.getBoolean("runs"),
        row.getBoolean("draining"));
  }

  private static Surroundings.Parents parents(Statements s, JobFacts job) throws SQLException {
    if (!job.state().equals("wait_dependencies")) {
      return Surroundings.NONE.parents();
    }
    List<Surroundings.Other> some = s.rows(OPEN_PARENTS, SurroundingsStore::other, job.id());
    return s.first(
            PARENT_COUNTS,
            row -> new Surroundings.Parents(row.getInt("open"), row.getInt("total"), some),
            job.id())
        .orElseThrow();
  }

  private static Map<String, Surroundings.Other> firsts(Statements s, List<ChannelFacts> channels)
      throws SQLException {
    Map<String, Surroundings.Other> firsts = new HashMap<>();
    for (ChannelFacts channel : channels) {
      if (channel.sequential()) {
        String path = channel.path();
        s.first(FIRST, SurroundingsStore::other, path, path, path, path)
            .ifPresent(first -> firsts.put(path, first));
      }
    }
    return firsts;
  }

  private static Surroundings.Other other(ResultSet row) throws SQLException {
    return new Surroundings.Other(
        row.getLong("id"),
        row.getObject("uuid", UUID.class),
        row.getString("name"),
        row.getString("state"));
  }

  private static int ahead(Statements s, JobFacts job) throws SQLException {
    return s.first(
            AHEAD,
            row -> row.getInt("ahead"),
            job.place().functionId(),
            job.place().channel(),
            job.timing().priority(),
            job.timing().created(),
            job.id(),
            MOST_AHEAD)
        .orElse(0);
  }

  /** What a server hides of its locks is not told; all else is. */
  private static Surroundings.Lock lock(Statements s, long job) throws SQLException {
    try {
      Optional<Surroundings.Lock> known = s.first(LOCK, SurroundingsStore::lock, job);
      boolean locked =
          known.isEmpty() && s.first(LOCKED, row -> row.getBoolean("locked"), job).orElse(false);
      return locked ? new Surroundings.Lock(0, null, null, null) : known.orElse(null);
    } catch (SQLException hidden) {
      if (hidden.getSQLState() == null || hidden.getSQLState().startsWith("08")) {
        throw hidden;
      }
      return null;
    }
  }

  private static Surroundings.Lock lock(ResultSet row) throws SQLException {
    return new Surroundings.Lock(
        row.getInt("pid"),
        Rows.instant(row, "xact_start"),
        row.getString("usename"),
        row.getString("application_name"));
  }
}
