package io.queuejob.internal.storage.inspect;

import io.queuejob.api.IdentityScope;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** A stored call as the request that it once was, to be stored again. */
public final class StoredCall {
  /** Parameter: job. */
  static final String CALL =
      """
      SELECT coalesce(f.name, '') AS function, j.channel, j.priority, j.max_retries,
        j.timeout_seconds, j.description, j.identity_key, j.identity_scope, j.arguments, j.context,
        j.related, j.attributes::text AS attributes
      FROM queue_job.job j LEFT JOIN queue_job.function f ON f.id = j.function_id WHERE j.id = ?
      """;

  /** Parameters: actor, action, job's uuid, its state, copy's uuid. */
  static final String AUDIT =
      """
      INSERT INTO queue_job.audit (actor, action, subject, jobs, before, after)
      VALUES (?, ?, ?, 1, jsonb_build_object('state', ?::text),
        jsonb_build_object('copy', ?::text))
      """;

  private final Database database;

  public StoredCall(Database database) {
    this.database = database;
  }

  /**
   * The call of a job for a new one that may run at once.
   *
   * @param job number of the job
   * @param uuid of the new one
   * @param caller who makes the call now
   * @param created when
   */
  public JobRequest again(long job, UUID uuid, String caller, Instant created) {
    return database
        .run(
            "read the call of job " + job,
            s -> s.first(CALL, row -> request(row, uuid, caller, created), job))
        .orElseThrow();
  }

  /** Keeps in the audit who had it run again. */
  public void audit(UUID job, String state, UUID copy, String actor) {
    database.run(
        "audit a copy of job " + job,
        s -> s.update(AUDIT, actor, "run again as a copy", job.toString(), state, copy.toString()));
  }

  private static JobRequest request(ResultSet row, UUID uuid, String caller, Instant created)
      throws SQLException {
    String key = row.getString("identity_key");
    return new JobRequest(
        uuid,
        row.getString("function"),
        new ChannelPath(row.getString("channel")),
        new JobRequest.Schedule(
            row.getInt("priority"),
            created,
            null,
            row.getInt("max_retries"),
            row.getInt("timeout_seconds")),
        row.getString("description"),
        caller,
        key == null ? null : new JobRequest.Identity(key, scope(row)),
        new JobRequest.Payload(
            row.getString("arguments"),
            row.getString("context"),
            row.getString("related"),
            row.getString("attributes")));
  }

  private static IdentityScope scope(ResultSet row) throws SQLException {
    return IdentityScope.valueOf(row.getString("identity_scope").toUpperCase(Locale.ROOT));
  }
}
