package io.queuejob.internal.storage.search;

import io.queuejob.admin.search.JobGroups;

/**
 * Statements that count jobs in groups. Each has two forms: one looks its jobs up one by one, the
 * other reads a range of numbers and takes its jobs out of it, which is three times as fast where
 * most of the range is wanted, and would read the whole table where few are.
 */
final class GroupSql {
  /** Rows of the range for each that is wanted, up to which the range is read. */
  private static final int DENSE = 3;

  private static final String ONE_BY_ONE =
      "FROM unnest(?::bigint[]) AS k(id) JOIN queue_job.job j ON j.id = k.id %s";

  /** By an expression, so that no plan looks the jobs up one by one. */
  private static final String OF_RANGE =
      """
      FROM queue_job.job j %s
      WHERE j.id BETWEEN ? AND ? AND j.id + 0 IN (SELECT unnest(?::bigint[]))\
      """;

  /** Since when a job that no node has is in its state, as the view of states tells it. */
  private static final String SINCE = "coalesce(j.finished, j.changed, j.created)";

  private static final String STATE =
      "CASE WHEN j.state = 'enqueued' AND r.started IS NOT NULL THEN 'started' ELSE j.state END";
  private static final String RUN =
      "LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token";
  private static final String SINCE_OF_RUN =
      "coalesce(r.started, j.finished, j.changed, j.created)";

  /** Parameters: jobs, groups. */
  static final String BY_STATE = by(STATE, SINCE_OF_RUN, ONE_BY_ONE.formatted(RUN));

  /** Parameters: first and last number, jobs, groups. */
  static final String BY_STATE_OF_RANGE = by(STATE, SINCE_OF_RUN, OF_RANGE.formatted(RUN));

  /** Parameters: jobs, groups. */
  static final String BY_CHANNEL = by("j.channel", SINCE, ONE_BY_ONE.formatted(""));

  /** Parameters: first and last number, jobs, groups. */
  static final String BY_CHANNEL_OF_RANGE = by("j.channel", SINCE, OF_RANGE.formatted(""));

  /** Parameters: jobs, groups. */
  static final String BY_FUNCTION = byFunction(ONE_BY_ONE.formatted(""));

  /** Parameters: first and last number, jobs, groups. */
  static final String BY_FUNCTION_OF_RANGE = byFunction(OF_RANGE.formatted(""));

  /** Parameters: jobs, groups. */
  static final String BY_ERROR = byError(ONE_BY_ONE.formatted(""), "WHERE");

  /** Parameters: first and last number, jobs, groups. */
  static final String BY_ERROR_OF_RANGE = byError(OF_RANGE.formatted(""), "AND");

  private GroupSql() {}

  /** Whether so many jobs are a good part of the numbers from the first to the last. */
  static boolean isDense(long first, long last, int jobs) {
    return last - first < (long) DENSE * jobs;
  }

  static String of(JobGroups.By by, boolean dense) {
    return switch (by) {
      case STATE -> dense ? BY_STATE_OF_RANGE : BY_STATE;
      case CHANNEL -> dense ? BY_CHANNEL_OF_RANGE : BY_CHANNEL;
      case FUNCTION -> dense ? BY_FUNCTION_OF_RANGE : BY_FUNCTION;
      case ERROR -> dense ? BY_ERROR_OF_RANGE : BY_ERROR;
    };
  }

  /** Functions are counted once each, without sorting them: first by both. */
  private static String by(String shape, String since, String jobs) {
    return """
    SELECT shape, NULL AS fingerprint, sum(n)::bigint AS jobs, count(*) AS functions,
      min(first) AS first, max(last) AS last
    FROM (SELECT %1$s AS shape, j.function_id, count(*) AS n, min(%2$s) AS first,
        max(%2$s) AS last
      %3$s
      GROUP BY 1, 2) each
    GROUP BY shape ORDER BY jobs DESC, shape LIMIT ?
    """
        .formatted(shape, since, jobs);
  }

  private static String byFunction(String jobs) {
    return """
    SELECT f.name AS shape, NULL AS fingerprint, sum(n)::bigint AS jobs, 1 AS functions,
      min(first) AS first, max(last) AS last
    FROM (SELECT j.function_id, count(*) AS n, min(%1$s) AS first, max(%1$s) AS last
      %2$s
      GROUP BY j.function_id) each
    LEFT JOIN queue_job.function f ON f.id = each.function_id
    GROUP BY f.name ORDER BY jobs DESC, shape LIMIT ?
    """
        .formatted(SINCE, jobs);
  }

  /** Equal texts are put together before their shapes are made. */
  private static String byError(String jobs, String and) {
    return """
    SELECT shape, left(md5(shape), 12) AS fingerprint, sum(n)::bigint AS jobs,
      count(DISTINCT function_id) AS functions, min(first) AS first, max(last) AS last
    FROM (SELECT queue_job.error_shape(error_class, error_message) AS shape, function_id, n, first,
        last
      FROM (SELECT j.error_class, j.error_message, j.function_id, count(*) AS n,
          min(coalesce(j.changed, j.created)) AS first, max(coalesce(j.changed, j.created)) AS last
        %s
        %s (j.error_class IS NOT NULL OR j.error_message IS NOT NULL OR j.failed)
        GROUP BY j.error_class, j.error_message, j.function_id) texts) shapes
    GROUP BY shape ORDER BY jobs DESC, shape LIMIT ?
    """
        .formatted(jobs, and);
  }
}
