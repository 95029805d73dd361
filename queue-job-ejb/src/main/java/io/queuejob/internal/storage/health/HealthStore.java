package io.queuejob.internal.storage.health;

import io.queuejob.internal.storage.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what monitoring asks for. */
public final class HealthStore {
  /** Number of migrations that were run. */
  static final String VERSION = "SELECT count(*)::int AS version FROM queue_job.migration";

  static final String CHANNELS =
      "SELECT path, capacity, held, paused FROM queue_job.channel ORDER BY path LIMIT 1000";

  /** Since when, in seconds, the first of each kind waits: one step in the index for each kind. */
  static final String OLDEST =
      """
      WITH RECURSIVE kind AS (
        (SELECT function_id, channel, priority FROM queue_job.job WHERE waits
         ORDER BY function_id, channel, priority LIMIT 1)
        UNION ALL
        SELECT n.function_id, n.channel, n.priority FROM kind k CROSS JOIN LATERAL (
          SELECT j.function_id, j.channel, j.priority FROM queue_job.job j
          WHERE j.waits
            AND (j.function_id, j.channel, j.priority) > (k.function_id, k.channel, k.priority)
          ORDER BY j.function_id, j.channel, j.priority LIMIT 1) n)
      SELECT k.channel, extract(epoch FROM clock_timestamp() - min(o.since))::float8 AS seconds
      FROM (SELECT * FROM kind LIMIT 5000) k CROSS JOIN LATERAL (
        SELECT greatest(coalesce(j.changed, j.created), j.eta) AS since FROM queue_job.job j
        WHERE j.waits AND j.function_id = k.function_id AND j.channel = k.channel
          AND j.priority = k.priority
        ORDER BY j.created, j.id LIMIT 1) o
      GROUP BY k.channel
      """;

  static final String NODES =
      """
      SELECT n.name || '#' || n.id AS node,
        (SELECT count(*) FROM queue_job.job_run r
          WHERE r.node_id = n.id AND r.started IS NOT NULL) AS running,
        extract(epoch FROM clock_timestamp() - n.heartbeat)::float8 AS heartbeat
      FROM queue_job.node n WHERE n.state = 'alive' ORDER BY n.id LIMIT 1000
      """;

  private final Database database;

  public HealthStore(Database database) {
    this.database = database;
  }

  /**
   * A channel.
   *
   * @param capacity null without limit
   */
  public record ChannelRow(String path, Integer capacity, int held, boolean paused) {}

  /** A node. */
  public record NodeRow(String name, long running, double heartbeat) {}

  /** The schema's version. */
  public int version() {
    return database
        .run("read the schema's version", s -> s.first(VERSION, row -> row.getInt("version")))
        .orElse(0);
  }

  /** Number of jobs that are not over by state; a state without jobs may be left out. */
  public Map<String, Long> jobs() {
    return new StateCounts(database).open();
  }

  /** Channels by path. */
  public List<ChannelRow> channels() {
    return database.run(
        "read channels",
        s ->
            s.rows(
                CHANNELS,
                row ->
                    new ChannelRow(
                        row.getString("path"),
                        row.getObject("capacity", Integer.class),
                        row.getInt("held"),
                        row.getBoolean("paused"))));
  }

  /**
   * For how many seconds the oldest waits, by channel; channels in which none waits are left out.
   */
  public Map<String, Double> oldest() {
    Map<String, Double> seconds = new HashMap<>();
    database.run(
        "read what waits longest",
        s ->
            s.rows(OLDEST, row -> seconds.put(row.getString("channel"), row.getDouble("seconds"))));
    return seconds;
  }

  /** Nodes that are alive. */
  public List<NodeRow> nodes() {
    return database.run(
        "read nodes",
        s ->
            s.rows(
                NODES,
                row ->
                    new NodeRow(
                        row.getString("node"),
                        row.getLong("running"),
                        row.getDouble("heartbeat"))));
  }
}
