package io.queuejob.internal.storage.job;

import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.storage.JoinedDatabase;

/** Writes captured calls by plain JDBC, in the transaction of the thread. */
public final class JdbcJobStore implements JobStore {
  /** Parameters in the order of the columns; due is the ETA. */
  static final String INSERT =
      """
      INSERT INTO queue_job.job (uuid, function_id, channel, priority, created, waits, due, eta,
        max_retries, timeout_seconds, origin, caller, description, arguments, context)
      VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, 'engine', ?::text, ?::text,
        ?, ?::text)
      """;

  private final JoinedDatabase database;

  public JdbcJobStore(JoinedDatabase database) {
    this.database = database;
  }

  @Override
  public void store(JobRequest request, int functionId) {
    JobRequest.Schedule schedule = request.schedule();
    database.run(
        "store job " + request.uuid(),
        s ->
            s.update(
                INSERT,
                request.uuid(),
                functionId,
                request.channel().text(),
                schedule.priority(),
                schedule.created(),
                schedule.eta() == null,
                schedule.eta(),
                schedule.eta(),
                schedule.maxRetries(),
                schedule.timeoutSeconds(),
                request.caller(),
                request.description(),
                request.payload().arguments(),
                request.payload().context()));
  }
}
