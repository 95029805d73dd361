package io.queuejob.internal.storage.notice;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages about failed jobs of one application. Failures are taken out of their table and counted
 * by kind in one transaction; a message is marked before it is sent and taken off afterwards, so
 * that one of a node that died in between is sent again, with the same identity.
 */
public final class NoticeStore {
  private static final int MOST_TAKEN = 1_000;

  /** Shows that somebody is told, so that failures are noted. Parameter: node. */
  static final String BEAT =
      """
      INSERT INTO queue_job.chore AS c (name, began, node)
      VALUES ('notification', clock_timestamp(), ?)
      ON CONFLICT (name) DO UPDATE SET began = EXCLUDED.began, node = EXCLUDED.node
      """;

  /** Whether there is anything to do. Parameter: application. */
  static final String LOOK =
      """
      SELECT EXISTS (SELECT FROM queue_job.failure)
        OR EXISTS (SELECT FROM queue_job.notice
          WHERE due <= clock_timestamp() AND application = ?)
      """;

  /** Takes failures of an application. Parameters: application, most. */
  static final String TAKE =
      """
      DELETE FROM queue_job.failure WHERE id IN (
        SELECT n.id FROM queue_job.failure n
        JOIN queue_job.job j ON j.id = n.job_id
        JOIN queue_job.function f ON f.id = j.function_id
        WHERE f.application = ? ORDER BY n.id LIMIT ? FOR UPDATE OF n SKIP LOCKED)
      RETURNING job_id
      """;

  /** Failures that nobody took for a day. Parameter: most. */
  static final String FORGET =
      """
      DELETE FROM queue_job.failure WHERE id IN (
        SELECT id FROM queue_job.failure WHERE at < clock_timestamp() - interval '1 day'
        ORDER BY id LIMIT ?)
      """;

  /**
   * Failures by kind: what differs from one job to the next, quoted texts, uuids and numbers, does
   * not count. Parameter: jobs.
   */
  static final String GROUPS =
      """
      SELECT k.fingerprint, k.channel, k.function, max(k.error_class) AS error_class,
        max(k.error) AS error, (array_agg(k.uuid ORDER BY k.id DESC))[1] AS job,
        count(*) AS jobs, min(k.changed) AS first, max(k.changed) AS last
      FROM (SELECT j.id, j.uuid, j.channel, f.name AS function, j.error_class, j.changed,
          left(j.error_message, 1000) AS error,
          queue_job.error_fingerprint(j.error_class, j.error_message) AS fingerprint
        FROM queue_job.job j JOIN queue_job.function f ON f.id = j.function_id
        WHERE j.id = ANY (?::bigint[]) AND j.failed) k
      GROUP BY k.fingerprint, k.channel, k.function
      ORDER BY k.fingerprint, k.channel, k.function
      """;

  /**
   * Counts for a recipient; the first message waits a moment for what fails together. Parameters:
   * application, recipient, fingerprint, channel, function, class, message, job, jobs (twice),
   * first, last, seconds between two messages.
   */
  static final String COUNT =
      """
      INSERT INTO queue_job.notice AS n (application, recipient, fingerprint, channel, function,
        error_class, error, job, pending, total, first, last, due)
      VALUES (?, ?, ?, ?, ?, ?::text, ?::text, ?, ?, ?, ?, ?,
        clock_timestamp() + interval '3 seconds')
      ON CONFLICT (application, recipient, fingerprint) DO UPDATE SET
        channel = EXCLUDED.channel, function = EXCLUDED.function, error = EXCLUDED.error,
        job = EXCLUDED.job, pending = n.pending + EXCLUDED.pending,
        first = CASE WHEN n.pending = 0 THEN EXCLUDED.first ELSE n.first END,
        total = n.total + EXCLUDED.total, last = EXCLUDED.last,
        due = coalesce(n.due, greatest(EXCLUDED.due, n.sent + ?::integer * interval '1 second'))
      """;

  /**
   * Marks the next message that is due and leaves it to this node for some minutes. Parameters:
   * application, most of an hour.
   */
  static final String CLAIM =
      """
      UPDATE queue_job.notice SET message = coalesce(message, gen_random_uuid()),
        telling = CASE WHEN message IS NULL THEN pending ELSE telling END,
        attempts = attempts + 1, due = clock_timestamp() + interval '5 minutes'
      WHERE id = (SELECT n.id FROM queue_job.notice n
        WHERE n.due <= clock_timestamp() AND n.application = ?
          AND (SELECT count(*) FROM queue_job.notice_sent s WHERE s.recipient = n.recipient
            AND s.at > clock_timestamp() - interval '1 hour') < ?
        ORDER BY n.due LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id, message, recipient, fingerprint, channel, function, error_class, error, job,
        telling AS jobs, first, last, total, attempts, clock_timestamp() AS now
      """;

  /** Parameters: seconds between two messages, number, message. */
  static final String SENT =
      """
      UPDATE queue_job.notice SET sent = clock_timestamp(), message = NULL, attempts = 0,
        trouble = NULL, pending = pending - telling, telling = 0,
        due = CASE WHEN pending > telling
          THEN clock_timestamp() + ?::integer * interval '1 second' END
      WHERE id = ? AND message = ?
      """;

  /** Parameters: message, recipient. */
  static final String NOTE_SENT =
      """
      INSERT INTO queue_job.notice_sent (message, recipient) VALUES (?, ?) ON CONFLICT DO NOTHING
      """;

  /** Parameters: why, seconds until it is tried again, number, message. */
  static final String NOT_SENT =
      """
      UPDATE queue_job.notice SET trouble = ?,
        due = clock_timestamp() + ?::integer * interval '1 second'
      WHERE id = ? AND message = ?
      """;

  static final String FORGET_SENT =
      "DELETE FROM queue_job.notice_sent WHERE at < clock_timestamp() - interval '2 hours'";

  static final String FORGET_QUIET =
      """
      DELETE FROM queue_job.notice
      WHERE due IS NULL AND last < clock_timestamp() - interval '30 days'
      """;

  private final Database database;
  private final String application;

  public NoticeStore(Database database, String application) {
    this.database = database;
    this.application = application;
  }

  /** Shows that somebody is told, and forgets what is over. */
  public void beat(String node) {
    database.run(
        "show that people are told of failures",
        s -> {
          s.update(BEAT, node);
          s.update(FORGET, MOST_TAKEN);
          s.update(FORGET_SENT);
          return s.update(FORGET_QUIET);
        });
  }

  /** Whether there is anything to do. */
  public boolean isDue() {
    return database.run(
        "look for failures to tell of",
        s -> s.first(LOOK, row -> row.getBoolean(1), application).orElse(false));
  }

  /** Takes some failures, by kind; in a transaction that also counts them. */
  public List<FailedGroup> take() {
    return database.run(
        "take failures to tell of",
        s -> {
          List<Long> jobs = s.rows(TAKE, row -> row.getLong(1), application, MOST_TAKEN);
          return jobs.isEmpty() ? List.of() : s.rows(GROUPS, NoticeStore::group, jobs);
        });
  }

  /** Counts failures for a recipient. */
  public void count(String recipient, FailedGroup group, Duration period) {
    database.run(
        "count failures to tell of",
        s ->
            s.update(
                COUNT,
                application,
                recipient,
                group.fingerprint(),
                group.channel(),
                group.function(),
                group.errorClass(),
                group.error(),
                group.job(),
                group.jobs(),
                group.jobs(),
                group.first(),
                group.last(),
                period.toSeconds()));
  }

  /** The next message that is due, marked; empty if none is, or the hour's limit is reached. */
  public Optional<DueNotice> claim(int hourly) {
    return database.run(
        "take a message about failures",
        s -> s.first(CLAIM, NoticeStore::due, application, hourly));
  }

  /** A message was sent. */
  public void sent(DueNotice notice, Duration period) {
    database.run(
        "note a sent message",
        s -> {
          s.update(NOTE_SENT, notice.message(), notice.recipient());
          return s.update(SENT, period.toSeconds(), notice.id(), notice.message());
        });
  }

  /** A message could not be sent, and is to be tried again after a while. */
  public void notSent(DueNotice notice, String trouble, Duration pause) {
    database.run(
        "note a message that could not be sent",
        s -> s.update(NOT_SENT, trouble, pause.toSeconds(), notice.id(), notice.message()));
  }

  private static FailedGroup group(ResultSet row) throws SQLException {
    return new FailedGroup(
        row.getString("fingerprint"),
        row.getString("channel"),
        row.getString("function"),
        row.getString("error_class"),
        row.getString("error"),
        row.getObject("job", UUID.class),
        row.getLong("jobs"),
        Rows.instant(row, "first"),
        Rows.instant(row, "last"));
  }

  private static DueNotice due(ResultSet row) throws SQLException {
    return new DueNotice(
        row.getLong("id"),
        row.getObject("message", UUID.class),
        row.getString("recipient"),
        group(row),
        row.getLong("total"),
        row.getInt("attempts"),
        Rows.instant(row, "now"));
  }
}
