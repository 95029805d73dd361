package io.queuejob.internal.storage.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Attention;
import io.queuejob.admin.overview.Mark;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.reach.Within;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What needs a person, and nodes that came. */
public final class AttentionQueries {
  /** Failed jobs that are looked at, the newest. */
  public static final int MOST_FAILED = 10_000;

  private static final int HOURS = 24;

  /**
   * By kind of error; texts that differ in digits alone have the same shape, and are put together
   * before it is made, whatever their function and hour. The hours in which jobs failed are
   * gathered as letters, one for each job, the first of them for the last hour, so that they make
   * no groups of their own. Only the groups that are shown are looked up. Parameters: most failed
   * jobs, most groups.
   */
  static final String FAILURES =
      """
      SELECT left(md5(g.shape), 12) AS fingerprint, j.error_class, f.name AS function, g.jobs,
        g.first, g.last, g.hours, g.looked, j.error_message
      FROM (
        SELECT shape, CASE WHEN min(low) = max(high) THEN min(low) END AS function_id,
          sum(n)::bigint AS jobs, min(first) AS first, max(last) AS last, max(newest) AS newest,
          string_agg(hours, '') AS hours, (sum(sum(n)) OVER ())::bigint AS looked
        FROM (
          SELECT queue_job.error_shape(error_class, error_message) AS shape, min(function_id) AS low,
            max(function_id) AS high, count(*) AS n, min(changed) AS first,
            max(changed) AS last, max(id) AS newest, string_agg(hour, '') AS hours
          FROM (SELECT id, error_class, function_id, changed,
              translate(left(error_message, 300), '123456789', '000000000') AS error_message,
              CASE WHEN changed > statement_timestamp() - interval '48 hours' THEN
                chr(65 + greatest(0, floor(date_part('epoch', statement_timestamp() - changed)
                  / 3600)::int)) END AS hour
            FROM queue_job.job WHERE failed ORDER BY id DESC LIMIT ?) d
          GROUP BY error_class, error_message) texts
        GROUP BY shape ORDER BY jobs DESC, last DESC LIMIT ?) g
      JOIN queue_job.job j ON j.id = g.newest
      LEFT JOIN queue_job.function f ON f.id = g.function_id
      ORDER BY g.jobs DESC, g.last DESC
      """;

  /** Nodes that others marked gone, without one of the same name since. Parameter: rows. */
  static final String GONE =
      """
      SELECT n.name || '#' || n.id AS node, n.application, n.gone, n.gone_reason
      FROM queue_job.node n
      WHERE n.state = 'gone' AND n.gone > clock_timestamp() - interval '1 day'
        AND n.gone_reason IS DISTINCT FROM 'stopped'
        AND NOT EXISTS (SELECT FROM queue_job.node o WHERE o.id > n.id AND o.name = n.name
          AND o.application = n.application)
      ORDER BY n.gone DESC LIMIT ?
      """;

  /** Parameters: seconds, rows. */
  static final String LONG_RUNS =
      """
      SELECT j.uuid, coalesce(j.description, f.name) AS title, j.channel,
        n.name || '#' || n.id AS node, r.started
      FROM queue_job.job_run r
      CROSS JOIN LATERAL (SELECT uuid, description, channel, function_id FROM queue_job.job
        WHERE id = r.job_id AND token = r.token AND state = 'enqueued' LIMIT 1) j
      LEFT JOIN queue_job.function f ON f.id = j.function_id
      LEFT JOIN queue_job.node n ON n.id = r.node_id
      WHERE r.started < clock_timestamp() - ? * interval '1 second'
      ORDER BY r.started LIMIT ?
      """;

  /**
   * A version is new if the node before had another one, and no node that lived had it. Parameters:
   * begin, rows.
   */
  static final String MARKS =
      """
      SELECT n.joined, n.name || '#' || n.id AS node, n.application, n.version,
        n.application_version, NOT EXISTS (SELECT FROM queue_job.node p
          WHERE p.application = n.application AND p.id < n.id AND p.version = n.version
            AND p.application_version IS NOT DISTINCT FROM n.application_version
            AND (p.gone IS NULL OR p.gone > n.joined OR p.id = last.id)) AS new_version
      FROM queue_job.node n LEFT JOIN LATERAL (SELECT max(l.id) AS id FROM queue_job.node l
        WHERE l.application = n.application AND l.id < n.id) last ON true
      WHERE n.joined >= ?::timestamptz ORDER BY n.joined DESC LIMIT ?
      """;

  /** Parameters: begins of channels, then as {@link #FAILURES}. */
  static final String FAILURES_WITHIN =
      FAILURES.replace(
          "WHERE failed ORDER", "WHERE failed AND " + Within.sql("channel") + " ORDER");

  /** Parameters: begins of channels, then as {@link #LONG_RUNS}. */
  static final String LONG_RUNS_WITHIN =
      LONG_RUNS.replace("WHERE r.started", "WHERE " + Within.sql("j.channel") + " AND r.started");

  private final Database database;
  private final Sight sight;

  public AttentionQueries(Database database, Sight sight) {
    this.database = database;
    this.sight = sight;
  }

  /** Failed jobs by kind of error, the most first. */
  public List<Attention.FailureGroup> failures(int most) {
    return database.run(
        "read failures",
        s ->
            sight.rows(
                s, FAILURES, FAILURES_WITHIN, AttentionQueries::failures, MOST_FAILED, most));
  }

  private static Attention.FailureGroup failures(ResultSet row) throws SQLException {
    return new Attention.FailureGroup(
        row.getString("fingerprint"),
        row.getString("error_class"),
        row.getString("function"),
        Amount.of(row.getLong("jobs")),
        Rows.instant(row, "first"),
        Rows.instant(row, "last"),
        row.getString("error_message"),
        trend(row.getString("hours"), row.getLong("looked") < MOST_FAILED));
  }

  /** What failed before is not known where not all jobs were looked at. */
  private static Attention.Trend trend(String letters, boolean whole) {
    Long[] ago = new Long[2 * HOURS];
    Arrays.fill(ago, 0L);
    if (letters != null) {
      letters.chars().forEach(letter -> ago[letter - 'A']++);
    }
    List<Long> last = Arrays.asList(ago).subList(0, HOURS);
    List<Long> before = Arrays.asList(ago).subList(HOURS, 2 * HOURS);
    Collections.reverse(last);
    return new Attention.Trend(
        last, whole ? before.stream().mapToLong(Long::longValue).sum() : null);
  }

  /** Nodes that went without a word. */
  public List<Attention.GoneNode> gone(int most) {
    return database.run(
        "read nodes",
        s ->
            s.rows(
                GONE,
                row ->
                    new Attention.GoneNode(
                        row.getString("node"),
                        row.getString("application"),
                        Rows.instant(row, "gone"),
                        row.getString("gone_reason")),
                most));
  }

  /** Jobs that have run for so many seconds, the longest first. */
  public List<Attention.LongRun> longRuns(int seconds, int most) {
    return database.run(
        "read what runs",
        s ->
            sight.rows(
                s,
                LONG_RUNS,
                LONG_RUNS_WITHIN,
                row ->
                    new Attention.LongRun(
                        row.getObject("uuid", UUID.class),
                        row.getString("title"),
                        row.getString("channel"),
                        row.getString("node"),
                        Rows.instant(row, "started")),
                seconds,
                most));
  }

  /** Nodes that joined, the newest first. */
  public List<Mark> marks(Instant from, int most) {
    return database.run(
        "read nodes",
        s ->
            s.rows(
                MARKS,
                row ->
                    new Mark(
                        Rows.instant(row, "joined"),
                        row.getString("node"),
                        row.getString("application"),
                        row.getString("version"),
                        row.getBoolean("new_version"),
                        row.getString("application_version")),
                from,
                most));
  }
}
