package io.queuejob.internal.storage.overview;

import io.queuejob.internal.storage.Database;

/**
 * A few numbers of which one changes when anything happens: read once a second while somebody
 * looks.
 */
public final class TraceQuery {
  static final String TRACE =
      """
      SELECT concat_ws(' ',
        (SELECT max(id) FROM queue_job.job),
        (SELECT count(*) || ' ' || coalesce(sum(token % 1000000007), 0) FROM queue_job.claim),
        (SELECT count(*) || ' ' || coalesce(sum(job_id), 0) || ' '
          || coalesce(sum(progress_done), 0) || ' ' || count(cancel_requested)
          FROM queue_job.job_run),
        (SELECT max(id) FROM queue_job.job_attempt),
        (SELECT max(id) FROM queue_job.job_log),
        (SELECT max(id) FROM queue_job.audit),
        (SELECT version FROM queue_job.configuration),
        (SELECT sum(done + failed + retried) FROM queue_job.minute
          WHERE minute >= date_trunc('minute', clock_timestamp()) - interval '1 minute'),
        (SELECT count(*) || ' ' || max(id) FROM queue_job.node WHERE state = 'alive'),
        (SELECT max(due) FROM queue_job.job WHERE due IS NOT NULL),
        (SELECT min(due) FROM queue_job.job WHERE due IS NOT NULL))
      """;

  private final Database database;

  public TraceQuery(Database database) {
    this.database = database;
  }

  /** The numbers as one text. */
  public String read() {
    return database
        .run("look for changes", s -> s.first(TRACE, row -> row.getString(1)))
        .orElse("");
  }
}
