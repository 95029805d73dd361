package io.queuejob.internal.storage.entity;

/** Statements that read one job. */
final class JobSql {

  /** Parameter: public identity. */
  static final String BY_UUID =
      """
      SELECT s.id, s.uuid, s.application, s.function, s.channel, s.state, s.priority, s.eta, s.node,
        s.since, s.retry, s.description, s.error, j.max_retries, j.created, j.finished
      FROM queue_job.job j
      JOIN queue_job.job_state s ON s.id = j.id
      WHERE j.uuid = CAST(?1 AS uuid)
      """;

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
