package io.queuejob.internal.storage.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.reach.Within;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What waits, runs and failed at this moment. */
public final class NowQueries {
  /** Counting ends there, for all kinds of waiting jobs together. */
  private static final int MOST = 100_000;

  private static final int MOST_SCHEDULED = 20_000;
  private static final int LEAST_OF_A_KIND = 2_000;

  /** Kinds of waiting jobs that are looked at. */
  public static final int MOST_KINDS = 300;

  private static final String SEEN = Within.sql("channel");

  /**
   * The kinds of jobs that wait, by hops through the index; of each the number up to a bound, and
   * the longest wait of those that come next in its most and its least urgent priority. Nodes that
   * say which functions they run are believed, others run all of their application. Parameters:
   * most kinds, bound of all kinds together, least bound of a kind.
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
      kind AS MATERIALIZED (SELECT * FROM hop LIMIT ?),
      bound AS MATERIALIZED (SELECT greatest(?::bigint / greatest(count(*), 1), ?) AS most FROM kind)
      SELECT k.channel, f.application, f.name, c.jobs, b.most, least(a.since, z.since) AS since,
        EXISTS (SELECT FROM queue_job.node n
          WHERE n.state = 'alive' AND n.application = f.application
            AND coalesce(jsonb_typeof(to_jsonb(n) -> 'functions') <> 'array'
              OR to_jsonb(n) -> 'functions' @> to_jsonb(f.id), true)) AS runnable
      FROM kind k
      CROSS JOIN bound b
      LEFT JOIN queue_job.function f ON f.id = k.function_id
      CROSS JOIN LATERAL (SELECT count(*) AS jobs FROM (
        SELECT FROM queue_job.job
        WHERE waits AND function_id = k.function_id AND channel = k.channel LIMIT b.most + 1) j) c
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

  /** About how many entries an index has. Parameter: its name. */
  static final String ESTIMATE =
      "SELECT reltuples::bigint FROM pg_class WHERE oid = ('queue_job.' || ?)::regclass";

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
      CROSS JOIN LATERAL (SELECT channel, function_id FROM queue_job.job
        WHERE id = held.id AND token = c.token AND state = 'enqueued' LIMIT 1) j
      LEFT JOIN queue_job.function f ON f.id = j.function_id
      GROUP BY 1, 2, 3
      """;

  /** Parameters: begins of channels, then as {@link #KINDS}. */
  static final String KINDS_WITHIN =
      KINDS.replace("SELECT * FROM hop LIMIT", "SELECT * FROM hop WHERE " + SEEN + " LIMIT");

  /** Parameters: begins of channels, bound. */
  static final String COUNT_SCHEDULED_WITHIN =
      COUNT_SCHEDULED.replace("LIMIT", "AND " + SEEN + " LIMIT");

  /** Parameters: begins of channels, bound. */
  static final String COUNT_FAILED_WITHIN = COUNT_FAILED.replace("LIMIT", "AND " + SEEN + " LIMIT");

  /** Parameter: begins of channels. */
  static final String HELD_WITHIN =
      HELD.replace("GROUP BY", "WHERE " + Within.sql("j.channel") + " GROUP BY");

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
  private final Sight sight;

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
  public record Channel(String path, Integer capacity, boolean paused, String changedBy) {
    private Channel pausedAbove() {
      return new Channel(path, capacity, true, paused ? changedBy : null);
    }
  }

  /** When it is, and how many nodes live. */
  public record Moment(Instant now, int nodes) {}

  public NowQueries(Database database, Sight sight) {
    this.database = database;
    this.sight = sight;
  }

  /** What waits, by function and channel. */
  public List<Kind> kinds() {
    return database.run(
        "read what waits",
        s ->
            sight.rows(
                s, KINDS, KINDS_WITHIN, NowQueries::kind, MOST_KINDS, MOST, LEAST_OF_A_KIND));
  }

  private static Kind kind(ResultSet row) throws SQLException {
    return new Kind(
        row.getString("channel"),
        row.getString("application"),
        row.getString("name"),
        Amount.upTo(row.getLong("most"), row.getLong("jobs")),
        Rows.instant(row, "since"),
        row.getBoolean("runnable"));
  }

  /** How many jobs wait, at least as many as were counted. */
  public Amount waiting(long counted) {
    return estimated("job_waiting", new Amount(counted, Amount.Kind.AT_LEAST));
  }

  /** Jobs whose time has not come. */
  public Amount scheduled() {
    return estimated("job_due", count(COUNT_SCHEDULED, COUNT_SCHEDULED_WITHIN, MOST_SCHEDULED));
  }

  /** Jobs that failed. */
  public Amount failed() {
    return count(COUNT_FAILED, COUNT_FAILED_WITHIN, MOST);
  }

  private Amount count(String all, String within, int most) {
    return database.run(
        "count jobs",
        s -> Amount.upTo(most, sight.rows(s, all, within, row -> row.getLong(1), most + 1).get(0)));
  }

  /** Where counting ended, the server's estimate if it says more: that is one of all channels. */
  private Amount estimated(String index, Amount counted) {
    if (counted.kind() == Amount.Kind.EXACT || !sight.isAll()) {
      return counted;
    }
    long estimate =
        database
            .run("estimate jobs", s -> s.first(ESTIMATE, row -> row.getLong(1), index))
            .orElse(0L);
    return estimate > counted.number() ? new Amount(estimate, Amount.Kind.ESTIMATE) : counted;
  }

  /** What nodes hold. */
  public List<Held> held() {
    return database.run(
        "read what runs",
        s ->
            sight.rows(
                s,
                HELD,
                HELD_WITHIN,
                row ->
                    new Held(
                        row.getString("channel"),
                        row.getString("application"),
                        row.getString("name"),
                        row.getLong("jobs"))));
  }

  /** The channels; of some, whether they or one above them are paused. */
  public List<Channel> channels() {
    List<Channel> all = allChannels();
    if (sight.isAll()) {
      return all;
    }
    Stream<Channel> seen =
        all.stream()
            .filter(channel -> sight.covers(channel.path()))
            .map(one -> isPausedAbove(all, one.path()) ? one.pausedAbove() : one);
    Stream<Channel> withoutRow =
        sight.channels().stream()
            .filter(path -> all.stream().noneMatch(one -> one.path().equals(path)))
            .filter(path -> isPausedAbove(all, path))
            .map(path -> new Channel(path, null, true, null));
    return Stream.concat(seen, withoutRow).toList();
  }

  private static boolean isPausedAbove(List<Channel> all, String path) {
    return all.stream().anyMatch(one -> one.paused() && path.startsWith(one.path() + "."));
  }

  private List<Channel> allChannels() {
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
