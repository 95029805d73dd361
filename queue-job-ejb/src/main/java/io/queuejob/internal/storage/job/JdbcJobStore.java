package io.queuejob.internal.storage.job;

import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.port.JobStore;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;

/**
 * Writes captured calls by plain JDBC, in the transaction of the thread, each on a connection that
 * is asked for and given back within the call.
 *
 * <p>JPA was tried first. A provider keeps a connection over calls and holds rows back, and on
 * Payara Micro that connection leaves the transaction as soon as the component that asked for it
 * returns.
 */
public final class JdbcJobStore implements JobStore {
  /** Parameters in the order of the columns; due is the ETA. */
  static final String INSERT =
      """
      INSERT INTO queue_job.job (uuid, function_id, channel, priority, created, waits, due, eta,
        max_retries, timeout_seconds, origin, caller, description, arguments, context, related,
        attributes)
      VALUES (?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, 'engine', ?::text, ?::text,
        ?, ?::text, ?::text, ?::jsonb)
      RETURNING id
      """;

  private final JoinedDatabase database;

  public JdbcJobStore(JoinedDatabase database) {
    this.database = database;
  }

  @Override
  public StoredJob store(JobRequest request, int functionId) {
    return database.run("store job " + request.uuid(), s -> insert(s, request, functionId));
  }

  private static StoredJob insert(Statements statements, JobRequest request, int functionId)
      throws SQLException {
    if (statements.standAlone()) {
      throw new IllegalStateException(
          "expected a connection that takes part in the transaction, found one that does not");
    }
    if (request.identity() != null) {
      return KeyedInsert.insert(statements, request, functionId, KeyedInsert.Place.ALONE);
    }
    JobRequest.Schedule schedule = request.schedule();
    long id =
        statements
            .first(
                INSERT,
                row -> row.getLong(1),
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
                request.payload().context(),
                request.payload().related(),
                request.payload().attributes())
            .orElseThrow();
    return new StoredJob(id, request.uuid(), true);
  }
}
