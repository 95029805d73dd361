package io.queuejob.internal.storage.inspect;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads the channels on a path. */
final class ChannelFactsStore {
  /**
   * Channels by path, with who holds their slots and who paused them; without the locks of a claim.
   * Slots may be held and idle: where all are held, the jobs that use them are counted. Parameter:
   * paths.
   */
  static final String CHANNELS =
      """
      SELECT c.path, c.capacity, c.held, c.paused, c.sequential,
        CASE WHEN c.throttle IS NOT NULL AND c.next_start_at > clock_timestamp()
          THEN c.next_start_at END AS throttled,
        c.rate_jobs, (extract(epoch FROM c.rate_period) * 1000)::bigint AS rate_millis,
        CASE WHEN w.seconds > 0 THEN clock_timestamp() + w.seconds * interval '1 second' END
          AS rated,
        ARRAY(SELECT n.name || '#' || n.id || ' (' || s.held || ')' FROM queue_job.slot s
          JOIN queue_job.node n ON n.id = s.node_id
          WHERE s.channel_id = c.id AND s.held > 0 ORDER BY s.held DESC, n.id LIMIT 10) AS holders,
        CASE WHEN c.held >= c.capacity THEN (SELECT count(*) FROM (
          SELECT FROM queue_job.claim m CROSS JOIN LATERAL unnest(m.job_ids) AS held(id)
          JOIN queue_job.job j ON j.id = held.id AND j.token = m.token
          WHERE j.state = 'enqueued' AND (j.channel = c.path OR starts_with(j.channel, c.path || '.'))
          LIMIT 100000) AS used)::int ELSE 0 END AS used,
        coalesce(p.actor, c.changed_by, c.told_by) AS paused_by,
        CASE WHEN p.actor IS NOT NULL THEN p.at WHEN c.changed_by IS NOT NULL THEN c.changed
          ELSE c.told END AS paused_since
      FROM queue_job.channel c
      CROSS JOIN LATERAL (SELECT (1 - least(c.rate_jobs, coalesce(c.tokens, c.rate_jobs)
          + c.rate_jobs
            * extract(epoch FROM clock_timestamp() - coalesce(c.tokens_at, clock_timestamp()))
            / extract(epoch FROM c.rate_period)))
          * extract(epoch FROM c.rate_period) / c.rate_jobs AS seconds) AS w
      LEFT JOIN LATERAL (
        SELECT a.actor, a.at FROM queue_job.audit a
        WHERE c.paused AND a.subject = c.path AND a.before ->> 'paused' = 'false'
          AND a.after ->> 'paused' = 'true' ORDER BY a.at DESC, a.id DESC LIMIT 1) AS p ON true
      WHERE c.path = ANY (?::text[]) ORDER BY c.path
      """;

  private ChannelFactsStore() {}

  static List<ChannelFacts> of(Statements s, String channel) throws SQLException {
    List<String> paths =
        new ChannelPath(channel).fromRoot().stream().map(ChannelPath::text).toList();
    return s.rows(CHANNELS, ChannelFactsStore::channel, paths);
  }

  private static ChannelFacts channel(ResultSet row) throws SQLException {
    ChannelFacts.Rate rate =
        row.getObject("rated") == null
            ? null
            : new ChannelFacts.Rate(
                row.getLong("rate_jobs"), row.getLong("rate_millis"), Rows.instant(row, "rated"));
    ChannelFacts.Pause pause =
        row.getBoolean("paused")
            ? new ChannelFacts.Pause(row.getString("paused_by"), Rows.instant(row, "paused_since"))
            : null;
    return new ChannelFacts(
        row.getString("path"),
        new ChannelFacts.Slots(
            Rows.integer(row, "capacity"), row.getInt("used"), Rows.texts(row, "holders")),
        pause,
        row.getBoolean("sequential"),
        Rows.instant(row, "throttled"),
        rate);
  }
}
