package io.queuejob.internal.storage.bulk;

import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes of waiting jobs by people, in the transaction of the thread. Each answers what was there
 * before; nothing if the job no longer waits.
 */
public final class ChangeStore {
  /** Parameters: priority, id. */
  static final String PRIORITY =
      """
      UPDATE queue_job.job j SET priority = ?
      FROM (SELECT o.id, o.priority FROM queue_job.job o WHERE o.id = ? FOR UPDATE) b
      WHERE j.id = b.id AND j.state IN ('wait_dependencies', 'pending')
      RETURNING b.priority::text
      """;

  /** Parameters: channel, id. */
  static final String CHANNEL =
      """
      UPDATE queue_job.job j SET channel = ?
      FROM (SELECT o.id, o.channel FROM queue_job.job o WHERE o.id = ? FOR UPDATE) b
      WHERE j.id = b.id AND j.state IN ('wait_dependencies', 'pending')
      RETURNING b.channel
      """;

  /**
   * A pending job is due then; one that waits for others is when they are done. Parameters: eta,
   * id.
   */
  static final String ETA =
      """
      UPDATE queue_job.job j SET eta = n.eta,
        due = CASE WHEN j.state = 'pending' AND n.eta > statement_timestamp() THEN n.eta END,
        waits = j.state = 'pending' AND coalesce(n.eta <= statement_timestamp(), true)
      FROM (SELECT ?::timestamptz AS eta) n,
        (SELECT o.id, o.eta FROM queue_job.job o WHERE o.id = ? FOR UPDATE) b
      WHERE j.id = b.id AND j.state IN ('wait_dependencies', 'pending')
      RETURNING b.eta
      """;

  /** A line in the job's log. Parameters: text, id. */
  static final String LOG =
      """
      INSERT INTO queue_job.job_log (job_id, attempt, text)
      SELECT id, retry, ? FROM queue_job.job WHERE id = ?
      """;

  /** Parameters: actor, action, job's uuid, name of what changed, before, name again, after. */
  static final String AUDIT =
      """
      INSERT INTO queue_job.audit (actor, action, subject, jobs, before, after)
      VALUES (?, ?, ?, 1, jsonb_build_object(?::text, ?::text),
        jsonb_build_object(?::text, ?::text))
      """;

  /** Whether there is a channel. Parameter: path. */
  static final String IS_CHANNEL = "SELECT path FROM queue_job.channel WHERE path = ?";

  /** In place of the earliest start of a job that has none. */
  public static final String NO_ETA = "none";

  private final JoinedDatabase database;

  public ChangeStore(JoinedDatabase database) {
    this.database = database;
  }

  /** Changes the priority. */
  public Optional<String> priority(long id, int priority) {
    return changed("priority", PRIORITY, ChangeStore::text, priority, id);
  }

  /** Moves it to another channel. */
  public Optional<String> channel(long id, String channel) {
    return changed("channel", CHANNEL, ChangeStore::text, channel, id);
  }

  /** Changes the earliest start; null for at once. */
  public Optional<String> eta(long id, Instant eta) {
    return changed("earliest start", ETA, ChangeStore::instant, eta, id);
  }

  private Optional<String> changed(
      String what, String sql, Rows.Mapper<String> before, Object value, long id) {
    return database.run("change " + what + " of job " + id, s -> s.first(sql, before, value, id));
  }

  private static String text(ResultSet row) throws SQLException {
    return row.getString(1);
  }

  private static String instant(ResultSet row) throws SQLException {
    Instant eta = Rows.instant(row, "eta");
    return eta == null ? NO_ETA : eta.toString();
  }

  /** Keeps a line for those who look at the job. */
  public void log(long id, String text) {
    database.run("log a change of job " + id, s -> s.update(LOG, text, id));
  }

  /** Keeps the change of one job in the audit. */
  public void audit(UUID job, String actor, String what, String before, String after) {
    database.run(
        "audit a change",
        s -> s.update(AUDIT, actor, "change " + what, job.toString(), what, before, what, after));
  }

  /** Whether a channel of that path is known. */
  public boolean isChannel(String path) {
    return database.run(
        "look for a channel", s -> s.first(IS_CHANNEL, row -> true, path).isPresent());
  }
}
