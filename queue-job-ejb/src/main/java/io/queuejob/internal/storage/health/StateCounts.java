package io.queuejob.internal.storage.health;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Statements;
import io.queuejob.internal.storage.reach.Within;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many jobs there are in each state, none of them counted beyond 100,000. */
public final class StateCounts {
  /**
   * Jobs that are not over, each state by the way that an index serves; in the order of the index,
   * or the planner reads the table until it has met so many.
   */
  public static final String OPEN = open("");

  /** The same of some channels. Parameters: their begins, five times. */
  public static final String OPEN_WITHIN = open("AND " + Within.sql("j.channel"));

  /**
   * Jobs that are over have no index of their own: the newest 100,000 jobs are looked at, and of
   * more the database's statistics are believed, where they say more.
   */
  public static final String FINISHED =
      """
      SELECT state, least(100000, max(jobs)) AS jobs FROM (
        SELECT j.state, count(*) AS jobs
        FROM (SELECT state FROM queue_job.job ORDER BY id DESC LIMIT 100000) j
        GROUP BY j.state
        UNION ALL
        SELECT v.state, (v.part * c.reltuples)::bigint
        FROM pg_class c, pg_stats t,
          unnest(t.most_common_vals::text::text[], t.most_common_freqs) AS v (state, part)
        WHERE c.oid = 'queue_job.job'::regclass AND c.reltuples > 100000
          AND t.schemaname = 'queue_job' AND t.tablename = 'job' AND t.attname = 'state') b
      WHERE state IN ('done', 'cancelled') GROUP BY state
      """;

  /** Among the newest 100,000 jobs. Parameter: begins of channels. */
  public static final String FINISHED_WITHIN =
      """
      SELECT j.state, count(*) AS jobs
      FROM (SELECT state, channel FROM queue_job.job ORDER BY id DESC LIMIT 100000) j
      WHERE j.state IN ('done', 'cancelled') AND\s"""
          + Within.sql("j.channel")
          + " GROUP BY j.state";

  private static final List<String> STATES =
      List.of("wait_dependencies", "pending", "enqueued", "started", "failed", "done", "cancelled");

  private final Database database;

  public StateCounts(Database database) {
    this.database = database;
  }

  private static String open(String also) {
    return """
    SELECT 'wait_dependencies' AS state, count(*) AS jobs FROM (
      SELECT DISTINCT d.child_id FROM queue_job.job_dependency d
      JOIN queue_job.job j ON j.id = d.child_id
      WHERE d.open AND j.state = 'wait_dependencies' %1$s LIMIT 100000) k
    UNION ALL
    SELECT 'pending', least(100000,
      (SELECT count(*) FROM (SELECT FROM queue_job.job j WHERE j.waits %1$s
          ORDER BY j.function_id, j.channel, j.priority, j.created, j.id LIMIT 100000) w)
      + (SELECT count(*) FROM (SELECT FROM queue_job.job j
          WHERE j.due IS NOT NULL AND NOT j.waits %1$s ORDER BY j.due LIMIT 100000) d))
    UNION ALL
    SELECT CASE WHEN r.started IS NULL THEN 'enqueued' ELSE 'started' END, count(*)
    FROM queue_job.claim c CROSS JOIN LATERAL unnest(c.job_ids) AS held(id)
    CROSS JOIN LATERAL (SELECT id, token, channel FROM queue_job.job
      WHERE id = held.id AND token = c.token AND state = 'enqueued' LIMIT 1) j
    LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token
    WHERE true %1$s GROUP BY 1
    UNION ALL
    SELECT 'failed', count(*) FROM (
      SELECT FROM queue_job.job j WHERE j.failed %1$s ORDER BY j.id LIMIT 100000) f
    """
        .formatted(also);
  }

  /** Of states that are not over; a state without jobs may be left out. */
  public Map<String, Long> open() {
    return database.run("count jobs", s -> counted(s, OPEN));
  }

  /** Of all states. */
  public Map<String, Long> all() {
    return database.run(
        "count the jobs in each state",
        s -> {
          Map<String, Long> jobs = none();
          jobs.putAll(counted(s, OPEN));
          jobs.putAll(counted(s, FINISHED));
          return jobs;
        });
  }

  /** Of all states, in and below some channels. */
  public Map<String, Long> all(List<String> channels) {
    List<String> tops = Within.tops(channels);
    return database.run(
        "count the jobs in each state",
        s -> {
          Map<String, Long> jobs = none();
          jobs.putAll(counted(s, OPEN_WITHIN, tops, tops, tops, tops, tops));
          jobs.putAll(counted(s, FINISHED_WITHIN, tops));
          return jobs;
        });
  }

  private static Map<String, Long> none() {
    Map<String, Long> jobs = new LinkedHashMap<>();
    STATES.forEach(state -> jobs.put(state, 0L));
    return jobs;
  }

  private static Map<String, Long> counted(Statements s, String sql, Object... parameters)
      throws SQLException {
    Map<String, Long> jobs = new LinkedHashMap<>();
    s.rows(sql, row -> jobs.put(row.getString("state"), row.getLong("jobs")), parameters);
    return jobs;
  }
}
