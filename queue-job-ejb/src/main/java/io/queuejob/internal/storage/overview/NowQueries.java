package io.queuejob.internal.storage.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What waits, runs and failed at this moment. */
public final class NowQueries {
  /** Counting ends there. */
  public static final int MOST = 100_000;

  private static final int MOST_OF_A_KIND = 2_000;

  /** Kinds of waiting jobs that are looked at. */
  public static final int MOST_KINDS = 300;

  /**
   * The kinds of jobs that wait, by hops through the index; of each the number up to a bound, and
   * the longest wait of those that come next in its most and its least urgent priority. Nodes that
   * say which functions they run are believed, others run all of their application. Parameters:
   * most kinds, bound.
   */
  static final String KINDS =
      """
      WITH RECURSIVE hop AS (
        (SELECT function_id, channel FROM queue_job.job WHERE waits
          ORDER BY function_id, channel LIMIT 1)
        UNION ALL
        SELECT n.function_id, n.channel FROM hop k CROSS JOIN LATERAL (
          SELECT function_id, channel FROM queue_job.job
          WHERE waits AND (function_id, channel) > (k.function_id, k.channel)
          ORDER BY function_id, channel LIMIT 1) n),
      kind AS MATERIALIZED (SELECT * FROM hop LIMIT ?)
      SELECT k.channel, f.application, f.name, c.jobs, least(a.since, z.since) AS since,
        EXISTS (SELECT FROM queue_job.node n
          WHERE n.state = 'alive' AND n.application = f.application
            AND coalesce(jsonb_typeof(to_jsonb(n) -> 'functions') <> 'array'
              OR to_jsonb(n) -> 'functions' @> to_jsonb(f.id), true)) AS runnable
      FROM kind k
      LEFT JOIN queue_job.function f ON f.id = k.function_id
      CROSS JOIN LATERAL (SELECT count(*) AS jobs FROM (
        SELECT FROM queue_job.job
        WHERE waits AND function_id = k.function_id AND channel = k.channel LIMIT ?) j) c
      LEFT JOIN LATERAL (
        SELECT greatest(created, eta, changed) AS since FROM queue_job.job
        WHERE waits AND function_id = k.function_id AND channel = k.channel
        ORDER BY priority, created, id LIMIT 1) a ON true
      LEFT JOIN LATERAL (
        SELECT greatest(created, eta, changed) AS since FROM queue_job.job
        WHERE waits AND function_id = k.function_id AND channel = k.channel
          AND priority = (SELECT priority FROM queue_job.job
            WHERE waits AND function_id = k.function_id AND channel = k.channel
            ORDER BY priority DESC LIMIT 1)
        ORDER BY priority, created, id LIMIT 1) z ON true
      """;

  /** Parameter: bound. */
  static final String COUNT_WAITING =
      "SELECT count(*) FROM (SELECT FROM queue_job.job WHERE waits LIMIT ?) j";

  /** About how many entries an index has. */
  static final String ESTIMATE_WAITING =
      """
      SELECT reltuples::bigint FROM pg_class WHERE oid = 'queue_job.job_waiting'::regclass
      """;

  /** Parameter: bound. */
  static final String COUNT_SCHEDULED =
      "SELECT count(*) FROM (SELECT FROM queue_job.job WHERE due IS NOT NULL LIMIT ?) j";

  /** Parameter: bound. */
  static final String COUNT_FAILED =
      "SELECT count(*) FROM (SELECT FROM queue_job.job WHERE failed LIMIT ?) j";

  /** Jobs that nodes hold, by the claims. */
  static final String HELD =
      """
      SELECT j.channel, f.application, f.name, count(*) AS jobs
      FROM queue_job.claim c
      CROSS JOIN LATERAL unnest(c.job_ids) AS held(id)
      JOIN queue_job.job j ON j.id = held.id AND j.token = c.token
      LEFT JOIN queue_job.function f ON f.id = j.function_id
      WHERE j.state = 'enqueued' GROUP BY 1, 2, 3
      """;

  static final String CHANNELS =
      """
      SELECT path, capacity, paused OR capacity = 0 AS paused, changed_by
      FROM queue_job.channel ORDER BY path LIMIT 2000
      """;

  static final String MOMENT =
      """
      SELECT clock_timestamp() AS now,
        (SELECT count(*) FROM queue_job.node WHERE state = 'alive')::int AS nodes
      """;

  private final Database database;

  /** Waiting jobs of one function in one channel. */
  public record Kind(
      String channel,
      String application,
      String function,
      Amount jobs,
      Instant since,
      boolean runnable) {}

  /** Jobs of one function in one channel that nodes hold. */
  public record Held(String channel, String application, String function, long jobs) {}

  /** A channel as it is set. */
  public record Channel(String path, Integer capacity, boolean paused, String changedBy) {}

  /** When it is, and how many nodes live. */
  public record Moment(Instant now, int nodes) {}

  public NowQueries(Database database) {
    this.database = database;
  }

  /** What waits, by function and channel. */
  public List<Kind> kinds() {
    return database.run(
        "read what waits", s -> s.rows(KINDS, NowQueries::kind, MOST_KINDS, MOST_OF_A_KIND + 1));
  }

  private static Kind kind(ResultSet row) throws SQLException {
    return new Kind(
        row.getString("channel"),
        row.getString("application"),
        row.getString("name"),
        Amount.upTo(MOST_OF_A_KIND, row.getLong("jobs")),
        Rows.instant(row, "since"),
        row.getBoolean("runnable"));
  }

  /** How many jobs wait, when they are too many to count by kind. */
  public Amount waiting() {
    Amount counted = count(COUNT_WAITING);
    if (counted.kind() == Amount.Kind.EXACT) {
      return counted;
    }
    long estimate =
        database
            .run("estimate what waits", s -> s.first(ESTIMATE_WAITING, row -> row.getLong(1)))
            .orElse(0L);
    return estimate > MOST ? new Amount(estimate, Amount.Kind.ESTIMATE) : counted;
  }

  /** Jobs whose time has not come. */
  public Amount scheduled() {
    return count(COUNT_SCHEDULED);
  }

  /** Jobs that failed. */
  public Amount failed() {
    return count(COUNT_FAILED);
  }

  private Amount count(String sql) {
    return database.run(
        "count jobs",
        s -> Amount.upTo(MOST, s.first(sql, row -> row.getLong(1), MOST + 1).orElse(0L)));
  }

  /** What nodes hold. */
  public List<Held> held() {
    return database.run(
        "read what runs",
        s ->
            s.rows(
                HELD,
                row ->
                    new Held(
                        row.getString("channel"),
                        row.getString("application"),
                        row.getString("name"),
                        row.getLong("jobs"))));
  }

  /** The channels. */
  public List<Channel> channels() {
    return database.run(
        "read channels",
        s ->
            s.rows(
                CHANNELS,
                row ->
                    new Channel(
                        row.getString("path"),
                        Rows.integer(row, "capacity"),
                        row.getBoolean("paused"),
                        row.getString("changed_by"))));
  }

  /** When it is. */
  public Moment moment() {
    return database
        .run(
            "read the time",
            s -> s.first(MOMENT, row -> new Moment(Rows.instant(row, "now"), row.getInt("nodes"))))
        .orElseThrow();
  }
}
