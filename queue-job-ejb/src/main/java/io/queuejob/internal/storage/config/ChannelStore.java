package io.queuejob.internal.storage.config;

import io.queuejob.internal.channel.Bounds;
import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.Pace;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Channels as rows. */
public final class ChannelStore {
  /**
   * Writes what a node was told; what an administrator changed stays. A row's days of retention
   * stay where nothing is said of them. Parameters: path, capacity, paused, executor, sequential,
   * seconds of throttle, jobs and seconds of rate, capacity and sequence of sub-channels, most
   * waiting, days of retention, node.
   */
  static final String TELL =
      """
      INSERT INTO queue_job.channel AS c (path, capacity, paused, executor, sequential, throttle,
        rate_jobs, rate_period, capacity_default, sequential_default, max_waiting, retention_days,
        told_by, told)
      VALUES (?, ?::int, ?, ?::text, ?, ?::bigint * interval '1 second', ?::int,
        ?::bigint * interval '1 second', ?::int, ?, ?::int, ?::int, ?::text,
        clock_timestamp())
      ON CONFLICT (path) DO UPDATE SET capacity = EXCLUDED.capacity, paused = EXCLUDED.paused,
        executor = EXCLUDED.executor, sequential = EXCLUDED.sequential,
        throttle = EXCLUDED.throttle, rate_jobs = EXCLUDED.rate_jobs,
        rate_period = EXCLUDED.rate_period, capacity_default = EXCLUDED.capacity_default,
        sequential_default = EXCLUDED.sequential_default, max_waiting = EXCLUDED.max_waiting,
        retention_days = coalesce(EXCLUDED.retention_days, c.retention_days),
        told_by = EXCLUDED.told_by, told = EXCLUDED.told
      WHERE c.changed IS NULL
        AND (c.capacity, c.paused, c.executor, c.sequential, c.throttle, c.rate_jobs, c.rate_period,
          c.capacity_default, c.sequential_default, c.max_waiting, c.retention_days)
        IS DISTINCT FROM (EXCLUDED.capacity, EXCLUDED.paused, EXCLUDED.executor,
          EXCLUDED.sequential, EXCLUDED.throttle, EXCLUDED.rate_jobs, EXCLUDED.rate_period,
          EXCLUDED.capacity_default, EXCLUDED.sequential_default, EXCLUDED.max_waiting,
          coalesce(EXCLUDED.retention_days, c.retention_days))
      """;

  /**
   * Keeps what a node was told of a channel that people changed, for when they take it back.
   * Parameters: capacity, paused, executor, sequential, seconds of throttle, jobs and seconds of
   * rate, capacity and sequence of sub-channels, most waiting, days of retention, path.
   */
  static final String TELL_BEHIND =
      """
      UPDATE queue_job.channel c SET told_as = t.told_as
      FROM (SELECT o.path, jsonb_build_object('capacity', ?::int, 'paused', ?::boolean,
          'executor', ?::text, 'sequential', ?::boolean,
          'throttle', ?::bigint * interval '1 second', 'rate_jobs', ?::int,
          'rate_period', ?::bigint * interval '1 second', 'capacity_default', ?::int,
          'sequential_default', ?::boolean, 'max_waiting', ?::int,
          'retention_days', coalesce(?::int, (o.told_as ->> 'retention_days')::int)) AS told_as
        FROM queue_job.channel o WHERE o.path = ? AND o.changed IS NOT NULL) t
      WHERE c.path = t.path AND c.changed IS NOT NULL AND c.told_as IS DISTINCT FROM t.told_as
      """;

  /** A channel made on first use. Parameters: path, capacity, sequential. */
  static final String MAKE =
      """
      INSERT INTO queue_job.channel (path, capacity, sequential) VALUES (?, ?::int, ?)
      ON CONFLICT (path) DO NOTHING
      """;

  /** All channels, parents before children. */
  static final String ALL =
      """
      SELECT id, path, capacity, paused, executor, held, sequential,
        ceil(extract(epoch FROM throttle) * 1000)::bigint AS throttle_millis, rate_jobs,
        ceil(extract(epoch FROM rate_period) * 1000)::bigint AS rate_millis,
        capacity_default, sequential_default, max_waiting, retention_days
      FROM queue_job.channel ORDER BY path
      """;

  /** What people changed of channels, and of the functions of an application. Parameter: that. */
  static final String BY_PEOPLE =
      """
      SELECT 'channel ' || path AS subject, changed_by, changed::text AS changed
      FROM queue_job.channel WHERE changed IS NOT NULL
      UNION ALL
      SELECT 'function ' || name, changed_by, changed::text
      FROM queue_job.function WHERE application = ? AND changed IS NOT NULL
      ORDER BY 1
      """;

  private final Database database;

  public ChannelStore(Database database) {
    this.database = database;
  }

  /**
   * A channel's row.
   *
   * @param id its number
   * @param spec what it says
   * @param held slots that all nodes hold together
   */
  public record ChannelRow(int id, ChannelSpec spec, int held) {}

  /** All channels, parents before children. */
  public List<ChannelRow> all() {
    return database.run("read channels", s -> s.rows(ALL, ChannelStore::row));
  }

  private static ChannelRow row(ResultSet row) throws SQLException {
    ChannelSpec spec =
        new ChannelSpec(
            new ChannelPath(row.getString("path")),
            Rows.integer(row, "capacity"),
            row.getBoolean("paused"),
            row.getString("executor"),
            pace(row),
            bounds(row));
    return new ChannelRow(row.getInt("id"), spec, row.getInt("held"));
  }

  private static Bounds bounds(ResultSet row) throws SQLException {
    return new Bounds(
        Rows.integer(row, "capacity_default"),
        row.getBoolean("sequential_default"),
        Rows.integer(row, "max_waiting"),
        Rows.integer(row, "retention_days"));
  }

  private static Pace pace(ResultSet row) throws SQLException {
    Long throttle = row.getObject("throttle_millis", Long.class);
    Integer jobs = Rows.integer(row, "rate_jobs");
    return new Pace(
        row.getBoolean("sequential"),
        throttle == null ? null : Duration.ofMillis(throttle),
        jobs == null ? null : new Pace.Rate(jobs, Duration.ofMillis(row.getLong("rate_millis"))));
  }

  /** What people changed, in words, for the log. */
  public List<String> changedByPeople(String application) {
    return database.run(
        "read what people changed",
        s ->
            s.rows(
                BY_PEOPLE,
                row ->
                    row.getString("subject")
                        + " as "
                        + row.getString("changed_by")
                        + " changed it at "
                        + row.getString("changed"),
                application));
  }

  /**
   * Writes what a node was told of one channel, or keeps it behind what people changed; false if
   * the row says so already, or is theirs.
   */
  public boolean tell(ChannelSpec spec, String node) {
    List<Object> values = values(spec);
    List<Object> told = new ArrayList<>(values);
    told.add(0, spec.path().text());
    told.add(node);
    values.add(spec.path().text());
    return database.run(
        "write channel " + spec.path(),
        s -> {
          boolean written = s.update(TELL, told.toArray()) > 0;
          if (!written) {
            s.update(TELL_BEHIND, values.toArray());
          }
          return written;
        });
  }

  private static List<Object> values(ChannelSpec spec) {
    Pace pace = spec.pace();
    Bounds bounds = spec.bounds();
    List<Object> values = new ArrayList<>();
    values.add(spec.capacity());
    values.add(spec.paused());
    values.add(spec.executor());
    values.add(pace.sequential());
    values.add(pace.throttle() == null ? null : pace.throttle().toSeconds());
    values.add(pace.rate() == null ? null : pace.rate().jobs());
    values.add(pace.rate() == null ? null : pace.rate().period().toSeconds());
    values.add(bounds.capacityDefault());
    values.add(bounds.sequentialDefault());
    values.add(bounds.maxWaiting());
    values.add(bounds.retentionDays());
    return values;
  }

  /** Makes channels on first use (S-CH-20); those that exist are left alone. */
  public void make(List<ChannelSpec> channels) {
    database.run(
        "make channels",
        s ->
            s.updateEach(
                MAKE,
                channels.stream()
                    .map(c -> new Object[] {c.path().text(), c.capacity(), c.pace().sequential()})
                    .toList()));
  }
}
