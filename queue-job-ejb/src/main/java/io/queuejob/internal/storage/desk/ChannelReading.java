package io.queuejob.internal.storage.desk;

import io.queuejob.admin.channel.ChannelOrigin;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads channels and what is in them. */
public final class ChannelReading {
  /** Waiting jobs that are counted in all, each function, channel and priority its share. */
  static final int COUNTED = 100_000;

  private static final int MOST_KINDS = 5_000;

  /** All channels, or one, parents before children. Parameters: path or null, the same. */
  static final String CHANNELS =
      """
      SELECT c.id, c.path, c.capacity, c.paused, c.executor, c.held, c.sequential,
        trim_scale(extract(epoch FROM c.throttle))::text AS throttle,
        c.rate_jobs || '/' || trim_scale(extract(epoch FROM c.rate_period)) AS rate,
        c.capacity_default, c.sequential_default, c.max_waiting, c.retention_days, c.told_by, c.told,
        c.changed_by, c.changed, c.paused_by, c.paused_since, c.told_as IS NOT NULL AS behind,
        EXISTS (SELECT FROM queue_job.declaration d WHERE d.kind = 'channel' AND d.name = c.path)
          AS declared,
        left(encode(sha256(convert_to((to_jsonb(c) - '{held,next_start_at,tokens,tokens_at,told_as}'
          ::text[])::text, 'UTF8')), 'hex'), 16) AS version
      FROM queue_job.channel c WHERE ?::text IS NULL OR c.path = ?::text ORDER BY c.path LIMIT 5000
      """;

  /** Who holds slots. */
  static final String HELD =
      """
      SELECT c.path, n.name || '#' || n.id AS node, s.held FROM queue_job.slot s
      JOIN queue_job.node n ON n.id = s.node_id JOIN queue_job.channel c ON c.id = s.channel_id
      WHERE s.held > 0 ORDER BY c.path, n.name, n.id
      """;

  /**
   * What waits, by exact channel: hops through functions, channels and priorities, and counts each
   * up to its share of a limit. Parameters: kinds, jobs in all.
   */
  static final String WAITING =
      """
      WITH RECURSIVE kind(function_id, channel, priority, oldest) AS (
        SELECT f.id, h.channel, h.priority, h.created
        FROM queue_job.function f CROSS JOIN LATERAL (
          SELECT j.channel, j.priority, j.created FROM queue_job.job j
          WHERE j.waits AND j.function_id = f.id
          ORDER BY j.channel, j.priority, j.created LIMIT 1) h
        UNION ALL
        SELECT k.function_id, h.channel, h.priority, h.created
        FROM kind k CROSS JOIN LATERAL (
          SELECT j.channel, j.priority, j.created FROM queue_job.job j
          WHERE j.waits AND j.function_id = k.function_id
            AND (j.channel, j.priority) > (k.channel, k.priority)
          ORDER BY j.channel, j.priority, j.created LIMIT 1) h),
      known AS MATERIALIZED (SELECT * FROM kind LIMIT ?),
      share AS MATERIALIZED (SELECT greatest(100, ?::bigint / greatest(1, count(*))) AS most FROM known)
      SELECT k.channel, sum(c.jobs)::bigint AS waiting, bool_or(c.jobs >= s.most) AS more,
        min(k.oldest) AS oldest
      FROM share s CROSS JOIN known k CROSS JOIN LATERAL (
        SELECT count(*) AS jobs FROM (SELECT FROM queue_job.job j WHERE j.waits
          AND j.function_id = k.function_id AND j.channel = k.channel AND j.priority = k.priority
          LIMIT s.most) counted) c
      GROUP BY k.channel
      """;

  /** Runs that last for longer than a moment, by exact channel. */
  static final String RUNNING =
      """
      SELECT j.channel, count(*) AS running FROM queue_job.job_run r
      JOIN queue_job.job j ON j.id = r.job_id AND j.token = r.token
      WHERE r.started IS NOT NULL GROUP BY j.channel
      """;

  /** What ran in each of the last five whole minutes, on average, by exact channel. */
  static final String STARTS =
      """
      SELECT m.channel, sum(m.done + m.failed + m.retried) / 5.0 AS starts FROM queue_job.minute m
      WHERE m.minute >= date_trunc('minute', clock_timestamp()) - interval '5 minutes'
        AND m.minute < date_trunc('minute', clock_timestamp())
      GROUP BY m.channel
      """;

  private final Database database;

  public ChannelReading(Database database) {
    this.database = database;
  }

  /**
   * A channel's row.
   *
   * @param id its number
   * @param path full path
   * @param options texts by key
   * @param held slots that all nodes hold
   * @param origin who said so
   * @param version of the options
   */
  public record Line(
      int id,
      String path,
      Map<String, String> options,
      int held,
      ChannelOrigin origin,
      String version) {}

  /**
   * Slots that a node holds.
   *
   * @param path of the channel
   * @param node name with number
   * @param held how many
   */
  public record Held(String path, String node, int held) {}

  /**
   * What waits in exactly one channel.
   *
   * @param jobs how many were counted
   * @param more whether there are more
   * @param oldest creation of the oldest
   */
  public record Waiting(long jobs, boolean more, Instant oldest) {}

  /**
   * All that is in channels, by exact path.
   *
   * @param waiting what waits
   * @param running what runs
   * @param starts starts a minute; empty if nobody counted any
   */
  public record Inside(
      Map<String, Waiting> waiting, Map<String, Long> running, Map<String, Double> starts) {}

  /** All channels, parents before children. */
  public List<Line> channels() {
    return database.run("read channels", s -> s.rows(CHANNELS, ChannelReading::line, null, null));
  }

  /** Who holds slots of which channel. */
  public List<Held> held() {
    return database.run(
        "read slots",
        s ->
            s.rows(
                HELD,
                row -> new Held(row.getString("path"), row.getString("node"), row.getInt("held"))));
  }

  /** What waits and runs. */
  public Inside inside() {
    Inside inside = new Inside(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    return database.run(
        "read what is in channels",
        s -> {
          s.rows(
              WAITING,
              row -> inside.waiting().put(row.getString("channel"), waiting(row)),
              MOST_KINDS,
              COUNTED);
          s.rows(
              RUNNING,
              row -> inside.running().put(row.getString("channel"), row.getLong("running")));
          s.rows(
              STARTS,
              row -> inside.starts().put(row.getString("channel"), row.getDouble("starts")));
          return inside;
        });
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(row.getLong("waiting"), row.getBoolean("more"), Rows.instant(row, "oldest"));
  }

  static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getInt("id"),
        row.getString("path"),
        options(row),
        row.getInt("held"),
        origin(row),
        row.getString("version"));
  }

  private static ChannelOrigin origin(ResultSet row) throws SQLException {
    boolean told = row.getString("told_by") != null || row.getBoolean("declared");
    return new ChannelOrigin(
        row.getString("told_by"),
        Rows.instant(row, "told"),
        row.getString("changed_by"),
        Rows.instant(row, "changed"),
        row.getString("paused_by"),
        Rows.instant(row, "paused_since"),
        row.getString("changed_by") != null && row.getBoolean("behind"),
        !told && !row.getString("path").equals("root"));
  }

  private static Map<String, String> options(ResultSet row) throws SQLException {
    Map<String, String> options = new LinkedHashMap<>();
    String capacity = row.getString("capacity");
    options.put("capacity", capacity == null ? "*" : capacity);
    for (String key : List.of("paused", "sequential", "sequential_default")) {
      if (row.getBoolean(key)) {
        options.put(key, "true");
      }
    }
    for (String key :
        List.of(
            "throttle", "rate", "capacity_default", "max_waiting", "retention_days", "executor")) {
      if (row.getString(key) != null) {
        options.put(key, row.getString(key));
      }
    }
    return options;
  }
}
