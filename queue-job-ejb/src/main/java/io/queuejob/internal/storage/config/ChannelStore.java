package io.queuejob.internal.storage.config;

import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.Pace;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Channels as rows. */
public final class ChannelStore {
  /**
   * Writes what a node was told; what an administrator changed stays. Parameters: path, capacity,
   * paused, executor, sequential, seconds of throttle, jobs and seconds of rate, node.
   */
  static final String TELL =
      """
      INSERT INTO queue_job.channel AS c (path, capacity, paused, executor, sequential, throttle,
        rate_jobs, rate_period, told_by, told)
      VALUES (?, ?::int, ?, ?::text, ?, ?::bigint * interval '1 second', ?::int,
        ?::bigint * interval '1 second', ?, clock_timestamp())
      ON CONFLICT (path) DO UPDATE SET capacity = EXCLUDED.capacity, paused = EXCLUDED.paused,
        executor = EXCLUDED.executor, sequential = EXCLUDED.sequential,
        throttle = EXCLUDED.throttle, rate_jobs = EXCLUDED.rate_jobs,
        rate_period = EXCLUDED.rate_period, told_by = EXCLUDED.told_by, told = EXCLUDED.told
      WHERE c.changed IS NULL
        AND (c.capacity, c.paused, c.executor, c.sequential, c.throttle, c.rate_jobs, c.rate_period)
        IS DISTINCT FROM (EXCLUDED.capacity, EXCLUDED.paused, EXCLUDED.executor,
          EXCLUDED.sequential, EXCLUDED.throttle, EXCLUDED.rate_jobs, EXCLUDED.rate_period)
      """;

  /** All channels, parents before children. */
  static final String ALL =
      """
      SELECT id, path, capacity, paused, executor, held, sequential,
        ceil(extract(epoch FROM throttle) * 1000)::bigint AS throttle_millis, rate_jobs,
        ceil(extract(epoch FROM rate_period) * 1000)::bigint AS rate_millis
      FROM queue_job.channel ORDER BY path
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
            pace(row));
    return new ChannelRow(row.getInt("id"), spec, row.getInt("held"));
  }

  private static Pace pace(ResultSet row) throws SQLException {
    Long throttle = row.getObject("throttle_millis", Long.class);
    Integer jobs = Rows.integer(row, "rate_jobs");
    return new Pace(
        row.getBoolean("sequential"),
        throttle == null ? null : Duration.ofMillis(throttle),
        jobs == null ? null : new Pace.Rate(jobs, Duration.ofMillis(row.getLong("rate_millis"))));
  }

  /** Writes what a node was told of one channel; false if the row says so already. */
  public boolean tell(ChannelSpec spec, String node) {
    Pace pace = spec.pace();
    return database.run(
            "write channel " + spec.path(),
            s ->
                s.update(
                    TELL,
                    spec.path().text(),
                    spec.capacity(),
                    spec.paused(),
                    spec.executor(),
                    pace.sequential(),
                    pace.throttle() == null ? null : pace.throttle().toSeconds(),
                    pace.rate() == null ? null : pace.rate().jobs(),
                    pace.rate() == null ? null : pace.rate().period().toSeconds(),
                    node))
        > 0;
  }
}
