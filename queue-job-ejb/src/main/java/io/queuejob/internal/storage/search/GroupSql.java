package io.queuejob.internal.storage.search;

import io.queuejob.admin.search.JobGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that count jobs in groups where they are, so that their numbers never leave the
 * database. Each row is a group: {@code counts} is false for the jobs that belong to none, and
 * {@code total} is the number of jobs of all groups, those behind the limit included.
 */
final class GroupSql {
  /** Errors are added to these where they are looked at: their texts are long. */
  private static final String COLUMNS =
      "j.id, j.token, j.state, j.channel, j.function_id, j.failed, j.created, j.changed, j.finished";

  private static final String ERRORS = ", j.error_class, j.error_message";

  private static final String RUN =
      " LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token";
  private static final String STATE =
      "CASE WHEN j.state = 'enqueued' AND r.started IS NOT NULL THEN 'started' ELSE j.state END";

  /** Since when a job is in its state, as the view of states tells it; of one without a run. */
  private static final String SINCE = "coalesce(j.finished, j.changed, j.created)";

  private static final String SINCE_OF_RUN =
      "coalesce(r.started, j.finished, j.changed, j.created)";

  private static final String NAMED =
      "unnest(?::bigint[]) AS k(id) JOIN queue_job.job j ON j.id = k.id";

  /** The newest of all ways, of which none is left out. */
  private static final String NEWEST =
      """

      WHERE j.id >= greatest(?::bigint,
        (SELECT w.id FROM w ORDER BY w.id DESC OFFSET ?::bigint - 1 LIMIT 1))\
      """;

  private GroupSql() {}

  /** Of jobs by their numbers. */
  static Condition named(JobGroups.By by, List<Long> ids, int most) {
    return new Condition(of(by, NAMED, ""), List.of(ids, most));
  }

  /**
   * Of the newest jobs that some ways find, none of which finds what another does.
   *
   * @param jobs so many at most
   * @param cut below which none is counted, since not every way was followed so far
   */
  static Condition found(JobGroups.By by, List<Walk> walks, int jobs, long cut, int most) {
    List<Condition> rows = rows(walks, by == JobGroups.By.ERROR ? COLUMNS + ERRORS : COLUMNS, jobs);
    List<Object> parameters = parameters(rows);
    if (rows.size() == 1) {
      parameters.add(most);
      return new Condition(of(by, "(" + rows.get(0).text() + ") j", ""), parameters);
    }
    parameters.addAll(List.of(cut, jobs, most));
    return new Condition(
        rows.stream()
                .map(Condition::text)
                .collect(
                    Collectors.joining(")\nUNION ALL\n(", "WITH w AS MATERIALIZED (\n(", "))\n"))
            + of(by, "w j", NEWEST),
        parameters);
  }

  /** How many jobs such ways find, so many at most on each of them. */
  static Condition count(List<Walk> walks, int jobs) {
    List<Condition> rows = walks.stream().map(walk -> walk.any(jobs)).toList();
    String all =
        rows.stream()
            .map(one -> "(SELECT count(*) FROM (" + one.text() + ") w)")
            .collect(Collectors.joining(" + "));
    return new Condition("SELECT " + all + " AS jobs", parameters(rows));
  }

  private static List<Condition> rows(List<Walk> walks, String columns, int jobs) {
    return walks.stream().map(walk -> walk.rows(columns, Long.MAX_VALUE, jobs)).toList();
  }

  private static List<Object> parameters(List<Condition> rows) {
    Stream<Object> all = rows.stream().flatMap(one -> one.parameters().stream());
    return all.collect(Collectors.toCollection(ArrayList::new));
  }

  private static String of(JobGroups.By by, String jobs, String where) {
    return switch (by) {
      case STATE -> by(STATE, SINCE_OF_RUN, jobs + RUN + where);
      case CHANNEL -> by("j.channel", SINCE, jobs + where);
      case FUNCTION -> byFunction(jobs + where);
      case ERROR -> byError(jobs + where);
    };
  }

  /** Functions are counted once each, without sorting them: first by both. */
  private static String by(String shape, String since, String jobs) {
    return """
    SELECT shape, NULL AS fingerprint, sum(n)::bigint AS jobs, count(*) AS functions,
      min(first) AS first, max(last) AS last, true AS counts, sum(sum(n)) OVER () AS total
    FROM (SELECT %1$s AS shape, j.function_id, count(*) AS n, min(%2$s) AS first,
        max(%2$s) AS last
      FROM %3$s
      GROUP BY 1, 2) each
    GROUP BY shape ORDER BY jobs DESC, shape LIMIT ?
    """
        .formatted(shape, since, jobs);
  }

  private static String byFunction(String jobs) {
    return """
    SELECT f.name AS shape, NULL AS fingerprint, sum(n)::bigint AS jobs, 1 AS functions,
      min(first) AS first, max(last) AS last, true AS counts, sum(sum(n)) OVER () AS total
    FROM (SELECT j.function_id, count(*) AS n, min(%1$s) AS first, max(%1$s) AS last
      FROM %2$s
      GROUP BY j.function_id) each
    LEFT JOIN queue_job.function f ON f.id = each.function_id
    GROUP BY f.name ORDER BY jobs DESC, shape LIMIT ?
    """
        .formatted(SINCE, jobs);
  }

  /**
   * Equal texts are put together before their shapes are made; jobs without an error come first.
   */
  private static String byError(String jobs) {
    return """
    SELECT shape, left(md5(shape), 12) AS fingerprint, sum(n)::bigint AS jobs,
      count(DISTINCT function_id) AS functions, min(first) AS first, max(last) AS last, counts,
      sum(sum(n)) OVER () AS total
    FROM (SELECT CASE WHEN counts THEN queue_job.error_shape(error_class, error_message) END
          AS shape, function_id, counts, n, first, last
      FROM (SELECT j.error_class, j.function_id,
          translate(left(j.error_message, 300), '123456789', '000000000') AS error_message,
          j.error_class IS NOT NULL OR j.error_message IS NOT NULL OR j.failed AS counts,
          count(*) AS n, min(coalesce(j.changed, j.created)) AS first,
          max(coalesce(j.changed, j.created)) AS last
        FROM %s
        GROUP BY 1, 2, 3, 4) texts) shapes
    GROUP BY shape, counts ORDER BY counts, jobs DESC, shape LIMIT ?
    """
        .formatted(jobs);
  }
}
