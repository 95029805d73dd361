package io.queuejob.internal.storage.desk;

import io.queuejob.internal.channel.Bounds;
import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.Pace;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.desk.ChannelReading.Line;
import java.util.Optional;

/** Writes what people change of channels, in the transaction of the thread. */
public final class ChannelEdits {
  /** Keeps a channel as it is until the transaction ends. Parameter: path. */
  static final String LOCK = "SELECT id FROM queue_job.channel WHERE path = ? FOR NO KEY UPDATE";

  /**
   * Parameters: capacity, paused, sequential, seconds of throttle, jobs and seconds of rate,
   * capacity and sequence of sub-channels, most waiting, days of retention, actor, path.
   */
  static final String CHANGE =
      """
      UPDATE queue_job.channel SET capacity = ?::int, paused = ?, sequential = ?,
        throttle = ?::bigint * interval '1 second', rate_jobs = ?::int,
        rate_period = ?::bigint * interval '1 second', capacity_default = ?::int,
        sequential_default = ?, max_waiting = ?::int, retention_days = ?::int,
        changed_by = ?, changed = clock_timestamp()
      WHERE path = ?
      """;

  /** Parameters: whether paused, actor, path, whether paused. */
  static final String PAUSE =
      """
      UPDATE queue_job.channel SET paused = ?, changed_by = ?, changed = clock_timestamp()
      WHERE path = ? AND paused <> ?
      """;

  /** Puts what nodes say in force again. Parameter: path. */
  static final String RESET =
      """
      UPDATE queue_job.channel c SET (capacity, paused, executor, sequential, throttle, rate_jobs,
          rate_period, capacity_default, sequential_default, max_waiting, retention_days)
        = (SELECT t.capacity, t.paused, t.executor, t.sequential, t.throttle, t.rate_jobs,
            t.rate_period, t.capacity_default, t.sequential_default, t.max_waiting,
            t.retention_days
          FROM jsonb_populate_record(NULL::queue_job.channel, c.told_as) t),
        changed = NULL, changed_by = NULL
      WHERE path = ? AND changed IS NOT NULL AND told_as IS NOT NULL
      """;

  /**
   * Parameters: path, capacity, paused, sequential, seconds of throttle, jobs and seconds of rate,
   * capacity and sequence of sub-channels, most waiting, days of retention, actor.
   */
  static final String ADD =
      """
      INSERT INTO queue_job.channel (path, capacity, paused, sequential, throttle, rate_jobs,
        rate_period, capacity_default, sequential_default, max_waiting, retention_days, changed_by,
        changed)
      VALUES (?, ?::int, ?, ?, ?::bigint * interval '1 second', ?::int,
        ?::bigint * interval '1 second', ?::int, ?, ?::int, ?::int, ?, clock_timestamp())
      ON CONFLICT (path) DO NOTHING
      """;

  /** Parameter: channel. */
  static final String FREE_SLOTS = "DELETE FROM queue_job.slot WHERE channel_id = ? AND held = 0";

  /**
   * Goes when nobody holds its slots, and no job in it waits, is to be tried again or failed.
   * Parameters: channel, path, path.
   */
  static final String REMOVE =
      """
      DELETE FROM queue_job.channel c WHERE c.id = ? AND c.held = 0 AND c.told IS NULL
        AND NOT EXISTS (SELECT FROM queue_job.slot s WHERE s.channel_id = c.id)
        AND NOT EXISTS (SELECT FROM queue_job.job j
          WHERE (j.failed OR j.due IS NOT NULL) AND j.channel = ?)
        AND NOT EXISTS (SELECT FROM queue_job.function f WHERE EXISTS (SELECT FROM queue_job.job j
          WHERE j.waits AND j.function_id = f.id AND j.channel = ?))
      """;

  private final Database database;

  public ChannelEdits(Database database) {
    this.database = database;
  }

  /** A channel as it is, kept so until the transaction ends; empty if there is none. */
  public Optional<Line> locked(String path) {
    return database.run(
        "lock channel " + path,
        s -> {
          s.first(LOCK, row -> row.getInt(1), path);
          return s.first(ChannelReading.CHANNELS, ChannelReading::line, path, path);
        });
  }

  /** Writes all options but the executor. */
  public void change(ChannelSpec spec, String actor) {
    Pace pace = spec.pace();
    Bounds bounds = spec.bounds();
    database.run(
        "change channel " + spec.path(),
        s ->
            s.update(
                CHANGE,
                spec.capacity(),
                spec.paused(),
                pace.sequential(),
                pace.throttle() == null ? null : pace.throttle().toSeconds(),
                pace.rate() == null ? null : pace.rate().jobs(),
                pace.rate() == null ? null : pace.rate().period().toSeconds(),
                bounds.capacityDefault(),
                bounds.sequentialDefault(),
                bounds.maxWaiting(),
                bounds.retentionDays(),
                actor,
                spec.path().text()));
  }

  /** Pauses or goes on; false if it is so already. */
  public boolean pause(String path, boolean paused, String actor) {
    return database.run("pause channel " + path, s -> s.update(PAUSE, paused, actor, path, paused))
        > 0;
  }

  /** Takes a change back; false if there is none, or nothing behind it. */
  public boolean reset(String path, String actor) {
    return database.run(
            "reset channel " + path,
            s -> {
              s.rows(Person.ACTS, row -> null, actor);
              return s.update(RESET, path);
            })
        > 0;
  }

  /** Adds a channel; false if there is one already. */
  public boolean add(ChannelSpec spec, String actor) {
    Pace pace = spec.pace();
    Bounds bounds = spec.bounds();
    return database.run(
            "add channel " + spec.path(),
            s ->
                s.update(
                    ADD,
                    spec.path().text(),
                    spec.capacity(),
                    spec.paused(),
                    pace.sequential(),
                    pace.throttle() == null ? null : pace.throttle().toSeconds(),
                    pace.rate() == null ? null : pace.rate().jobs(),
                    pace.rate() == null ? null : pace.rate().period().toSeconds(),
                    bounds.capacityDefault(),
                    bounds.sequentialDefault(),
                    bounds.maxWaiting(),
                    bounds.retentionDays(),
                    actor))
        > 0;
  }

  /** Removes a channel; false if jobs or slots of it are there. */
  public boolean remove(Line line, String actor) {
    return database.run(
            "remove channel " + line.path(),
            s -> {
              s.rows(Person.ACTS, row -> null, actor);
              s.update(FREE_SLOTS, line.id());
              return s.update(REMOVE, line.id(), line.path(), line.path());
            })
        > 0;
  }
}
