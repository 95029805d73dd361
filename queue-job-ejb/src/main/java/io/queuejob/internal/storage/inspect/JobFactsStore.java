package io.queuejob.internal.storage.inspect;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads a job's own row, with its claim and its run. */
public final class JobFactsStore {
  /** Parameter: uuid. */
  static final String JOB =
      """
      SELECT j.id, j.function_id, coalesce(f.name, '') AS function,
        coalesce(f.application, '') AS application, j.channel, j.state, clock_timestamp() AS now,
        j.due, j.priority, j.created, j.retry, j.error_message, j.graph, j.origin,
        j.identity_key, j.identity_scope, j.blocking_key IS NOT NULL AS blocks,
        n.name || '#' || n.id AS node, coalesce(n.state = 'alive', false) AS alive,
        c.created AS claimed, r.started, r.cancel_requested, r.cancel_by,
        r.progress_done, r.progress_of, r.progress_text,
        (SELECT o.uuid FROM queue_job.job o
          WHERE j.identity_key IS NOT NULL AND o.id <> j.id
            AND o.blocking_key = queue_job.blocking_key(j.function_id, j.identity_key)) AS twin
      FROM queue_job.job j
      LEFT JOIN queue_job.function f ON f.id = j.function_id
      LEFT JOIN queue_job.claim c ON c.token = j.token
      LEFT JOIN queue_job.node n ON n.id = c.node_id
      LEFT JOIN queue_job.job_run r ON r.job_id = j.id AND r.token = j.token
      WHERE j.uuid = ?
      """;

  private final Database database;

  public JobFactsStore(Database database) {
    this.database = database;
  }

  /** The facts of a job; empty if there is none. */
  public Optional<JobFacts> of(UUID uuid) {
    return database.run("read job " + uuid, s -> s.first(JOB, JobFactsStore::job, uuid));
  }

  private static JobFacts job(ResultSet row) throws SQLException {
    return new JobFacts(
        row.getLong("id"),
        new JobFacts.Place(
            row.getInt("function_id"),
            row.getString("function"),
            row.getString("application"),
            row.getString("channel")),
        row.getString("state"),
        Rows.instant(row, "now"),
        new JobFacts.Timing(
            Rows.instant(row, "due"),
            row.getInt("priority"),
            Rows.instant(row, "created"),
            row.getInt("retry"),
            row.getString("error_message")),
        hold(row),
        identity(row),
        row.getObject("graph", UUID.class),
        row.getString("origin"));
  }

  private static JobFacts.Hold hold(ResultSet row) throws SQLException {
    if (row.getString("node") == null) {
      return null;
    }
    Instant asked = Rows.instant(row, "cancel_requested");
    JobFacts.Progress progress =
        new JobFacts.Progress(
            row.getObject("progress_done", Long.class),
            row.getObject("progress_of", Long.class),
            row.getString("progress_text"));
    boolean silent = progress.done() == null && progress.of() == null && progress.text() == null;
    return new JobFacts.Hold(
        row.getString("node"),
        row.getBoolean("alive"),
        Rows.instant(row, "claimed"),
        Rows.instant(row, "started"),
        asked == null ? null : new JobFacts.Stop(row.getString("cancel_by"), asked),
        silent ? null : progress);
  }

  private static JobFacts.Identity identity(ResultSet row) throws SQLException {
    String key = row.getString("identity_key");
    return key == null
        ? null
        : new JobFacts.Identity(
            key,
            row.getString("identity_scope"),
            row.getBoolean("blocks"),
            row.getObject("twin", UUID.class));
  }
}
