package io.queuejob.internal.storage.doctor;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.WaitingKinds;
import java.util.List;
import java.util.UUID;

/** Facts of jobs that wait without end: for a node, for a channel, for another job. */
public final class WorkFacts {
  /** Jobs are counted up to this number. */
  public static final int MOST_COUNTED = 1_000;

  /** Functions whose jobs wait and that no live node has. Parameter: most counted. */
  static final String STRANDED =
      """
      SELECT s.application, s.name, s.waiting
      FROM (SELECT f.application, f.name, (SELECT count(*) FROM (SELECT FROM queue_job.job j
            WHERE j.waits AND j.function_id = f.id
            ORDER BY j.channel, j.priority, j.created, j.id LIMIT ?) k) AS waiting
        FROM queue_job.function f
        WHERE NOT EXISTS (SELECT FROM queue_job.node n
          WHERE n.state = 'alive' AND n.application = f.application
            AND (n.functions IS NULL OR f.id = ANY (n.functions)))) s
      WHERE s.waiting > 0 ORDER BY s.application, s.name LIMIT 20
      """;

  /** Channels that are halted while jobs wait there, or below. Parameters: most counted, twice. */
  static final String HALTED =
      WaitingKinds.of(
              "queue_job.function f WHERE EXISTS (SELECT FROM queue_job.channel c"
                  + " WHERE c.paused OR c.capacity = 0)")
          + """
      , halted AS (
        SELECT c.path, c.paused, (SELECT count(*) FROM (SELECT FROM kind k
            CROSS JOIN LATERAL (SELECT FROM queue_job.job j
              WHERE j.waits AND j.function_id = k.function_id AND j.channel = k.channel
              ORDER BY j.priority, j.created, j.id LIMIT ?) j
            WHERE k.channel = c.path OR starts_with(k.channel, c.path || '.') LIMIT ?) w)
          AS waiting
        FROM queue_job.channel c WHERE c.paused OR c.capacity = 0)
      SELECT path, paused, waiting FROM halted WHERE waiting > 0 ORDER BY path LIMIT 20
      """;

  /** The first failed job of each sequential channel, of those below it, too. */
  static final String BLOCKED =
      """
      WITH RECURSIVE holding(channel) AS (
        SELECT (SELECT j.channel FROM queue_job.job j
          WHERE (j.failed OR j.due IS NOT NULL)
            AND EXISTS (SELECT FROM queue_job.channel c WHERE c.sequential)
          ORDER BY j.channel LIMIT 1)
        UNION ALL
        SELECT (SELECT j.channel FROM queue_job.job j
          WHERE (j.failed OR j.due IS NOT NULL) AND j.channel > h.channel
          ORDER BY j.channel LIMIT 1)
        FROM holding h WHERE h.channel IS NOT NULL)
      SELECT c.path, j.uuid FROM queue_job.channel c
      JOIN holding h ON h.channel = c.path OR starts_with(h.channel, c.path || '.')
      CROSS JOIN LATERAL (SELECT j.uuid FROM queue_job.job j
        WHERE j.failed AND j.channel = h.channel ORDER BY j.id LIMIT 1) j
      WHERE c.sequential ORDER BY c.path LIMIT 20
      """;

  private final Database database;

  public WorkFacts(Database database) {
    this.database = database;
  }

  /**
   * Jobs that no live node has a function for.
   *
   * @param waiting so many, counted up to the limit
   */
  public record Stranded(String application, String function, long waiting) {}

  /**
   * A channel in which nothing starts while jobs wait there, or below.
   *
   * @param paused else its capacity is 0
   * @param waiting so many, counted up to the limit
   */
  public record Halted(String channel, boolean paused, long waiting) {}

  /** A sequential channel that a failed job holds up. */
  public record Blocked(String channel, UUID job) {}

  /** Functions without a node. */
  public List<Stranded> stranded() {
    return database.run(
        "look for functions without a node",
        s ->
            s.rows(
                STRANDED,
                row ->
                    new Stranded(
                        row.getString("application"),
                        row.getString("name"),
                        row.getLong("waiting")),
                MOST_COUNTED));
  }

  /** Halted channels with work. */
  public List<Halted> halted() {
    return database.run(
        "look for halted channels",
        s ->
            s.rows(
                HALTED,
                row ->
                    new Halted(
                        row.getString("path"), row.getBoolean("paused"), row.getLong("waiting")),
                MOST_COUNTED,
                MOST_COUNTED));
  }

  /** Sequential channels that are held up. */
  public List<Blocked> blocked() {
    return database.run(
        "look for what holds up sequential channels",
        s ->
            s.rows(
                BLOCKED,
                row -> new Blocked(row.getString("path"), row.getObject("uuid", UUID.class))));
  }
}
