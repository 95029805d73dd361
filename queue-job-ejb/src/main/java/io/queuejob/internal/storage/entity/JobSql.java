package io.queuejob.internal.storage.entity;

/** Statements that read jobs, and the parts that {@link StateQuery} makes its own of. */
final class JobSql {

  static final String COLUMNS =
      """
      SELECT s.id, s.uuid, s.application, s.function, s.channel, s.state, s.priority, s.eta, s.node,
        s.since, s.retry, s.description, s.error, j.max_retries, j.created, j.finished
      FROM (\
      """;

  static final String OF_VIEW =
      """
      ) k
      JOIN queue_job.job_state s ON s.id = k.id
      JOIN queue_job.job j ON j.id = k.id
      ORDER BY k.id DESC
      """;

  /** Parameters: id before which the page begins, channel (empty for all), its subtree's begin. */
  static final String LEFT_OVER =
      """

      AND j.id < ?1 AND (?2 = '' OR j.channel = ?2 OR starts_with(j.channel, ?3))
      ORDER BY j.id DESC LIMIT
      """;

  /** Parameter: public identity. */
  static final String BY_UUID =
      COLUMNS + "SELECT id FROM queue_job.job WHERE uuid = CAST(?1 AS uuid)" + OF_VIEW;

  /** Parameter: number. */
  static final String BY_ID = COLUMNS + "SELECT id FROM queue_job.job WHERE id = ?1" + OF_VIEW;

  /** Parameter: number. */
  static final String PARTICULARS =
      """
      SELECT j.id, j.arguments, j.context, j.caller, j.related, CAST(j.attributes AS text) AS attributes,
        j.result, j.result_secret,
        coalesce(r.started, j.started) AS started, j.error_class,
        (SELECT a.stack_trace FROM queue_job.job_attempt a
          WHERE a.job_id = j.id AND a.stack_trace IS NOT NULL AND j.error_class IS NOT NULL
          ORDER BY a.id DESC LIMIT 1) AS stack_trace,
        (r.cancel_requested IS NOT NULL) AS cancel_requested
      FROM queue_job.job j
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token
      WHERE j.id = ?1
      """;

  /** JPQL. Parameter: the job's number. */
  static final String ATTEMPTS =
      "SELECT a FROM QueueJobAttempt a WHERE a.jobId = :job ORDER BY a.id";

  private JobSql() {}
}
