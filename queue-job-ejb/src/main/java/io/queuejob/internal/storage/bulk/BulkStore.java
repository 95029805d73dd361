package io.queuejob.internal.storage.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.reach.Within;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people ask of bulk changes, and what they see of them. */
public final class BulkStore {
  /**
   * Parameters: key or null, action, value or null, filter, selection, instant of ages, actor,
   * count, channels or null.
   */
  static final String INSERT =
      """
      INSERT INTO queue_job.bulk AS b
        (request_key, action, value, filter, selection, as_of, actor, counted, channels)
      VALUES (?::text, ?, ?::text, ?, ?, ?::timestamptz, ?, ?, ?::text[])
      ON CONFLICT (actor, request_key) WHERE request_key IS NOT NULL DO NOTHING
      RETURNING """
          + " "
          + BulkRow.COLUMNS;

  /** Parameters: actor, key. */
  static final String BY_KEY =
      "SELECT " + BulkRow.COLUMNS + " FROM queue_job.bulk WHERE actor = ? AND request_key = ?";

  /** Parameters: change, jobs' uuids, channels or null. */
  static final String SELECT_JOBS =
      """
      INSERT INTO queue_job.bulk_job (bulk_id, job_id, job)
      SELECT ?, j.id, j.uuid FROM queue_job.job j
      WHERE j.uuid = ANY (?::uuid[]) AND queue_job.is_within(j.channel, ?::text[])
      """;

  /** A job of a change that is not among others. Parameters: change, uuids of the others. */
  static final String ELSE =
      "SELECT job FROM queue_job.bulk_job WHERE bulk_id = ? AND job <> ALL (?::uuid[]) LIMIT 1";

  /** Parameters: jobs' uuids, channels or null. */
  static final String IDS =
      """
      SELECT id FROM queue_job.job
      WHERE uuid = ANY (?::uuid[]) AND queue_job.is_within(channel, ?::text[]) ORDER BY id DESC
      """;

  /** Begins it, once, and keeps who did in the audit. Parameters: id, actor. */
  static final String CONFIRM =
      """
      WITH begun AS (
        UPDATE queue_job.bulk SET state = CASE WHEN selection THEN 'running' ELSE 'collecting' END
            || CASE WHEN channels IS NULL THEN '' ELSE ' within' END,
          confirmed = clock_timestamp(), collected = CASE WHEN selection THEN counted ELSE 0 END
        WHERE id = ? AND state = 'prepared'
        RETURNING *)
      INSERT INTO queue_job.audit (actor, action, subject, filter, jobs, after)
      SELECT ?, 'bulk ' || action, 'bulk ' || id, filter, counted,
        jsonb_build_object('value', value, 'selection', selection)
          || CASE WHEN channels IS NULL THEN '{}' ELSE jsonb_build_object('channels', channels) END
      FROM begun
      """;

  /** Parameters: actor, id. */
  static final String STOP =
      """
      WITH ended AS (
        UPDATE queue_job.bulk SET state = 'stopped', ended = clock_timestamp(), ended_by = ?
        WHERE id = ? AND state IN
          ('collecting', 'running', 'undoing', 'collecting within', 'running within')
        RETURNING *)
      INSERT INTO queue_job.audit (actor, action, subject, filter, jobs, after)
      SELECT ended_by, CASE WHEN undoes IS NULL THEN 'stop bulk ' ELSE 'stop undo of bulk ' END || action, 'bulk ' || id, filter, changed,
        jsonb_build_object('changed', changed, 'skipped', skipped, 'collected', collected)
      FROM ended
      """;

  /**
   * Goes on where it was: what was not collected yet, is. Not one that was undone, nor an undo that
   * stopped when what it is to undo may no longer be known. Parameters: id, actor.
   */
  static final String RESUME =
      """
      WITH begun AS (
        UPDATE queue_job.bulk SET
          state = CASE WHEN undoes IS NOT NULL THEN 'undoing'
            ELSE CASE WHEN selection OR collecting_done THEN 'running' ELSE 'collecting' END
              || CASE WHEN channels IS NULL THEN '' ELSE ' within' END END,
          ended = NULL, ended_by = NULL, trouble = NULL
        WHERE id = ? AND state IN ('stopped', 'failed') AND undone IS NULL
          AND (undoes IS NULL OR ended > clock_timestamp() - interval '7 days')
        RETURNING *)
      INSERT INTO queue_job.audit (actor, action, subject, filter, jobs)
      SELECT ?, CASE WHEN undoes IS NULL THEN 'resume bulk ' ELSE 'resume undo of bulk ' END || action, 'bulk ' || id, filter, collected - changed - skipped
      FROM begun
      """;

  /** Parameter: id. */
  static final String ONE = "SELECT " + BulkRow.COLUMNS + " FROM queue_job.bulk WHERE id = ?";

  /** Parameters: id before which the page begins or null, twice; rows. */
  static final String LIST =
      "SELECT "
          + BulkRow.COLUMNS
          + """
           FROM queue_job.bulk
          WHERE state <> 'prepared' AND (?::uuid IS NULL OR (created, id) <
            (SELECT b.created, b.id FROM queue_job.bulk b WHERE b.id = ?::uuid))
          ORDER BY created DESC, id DESC LIMIT ?
          """;

  /** Those that stay in some channels. Parameters: as {@link #LIST}, begins of channels first. */
  static final String LIST_WITHIN =
      LIST.replace(
          "WHERE state",
          "WHERE channels IS NOT NULL AND NOT EXISTS (SELECT FROM unnest(channels) AS c(path)"
              + " WHERE NOT "
              + Within.sql("c.path")
              + ") AND state");

  /** Parameters: id, number of the job before, rows. */
  static final String SKIPS =
      """
      SELECT job_id, job, reason FROM queue_job.bulk_job
      WHERE bulk_id = ? AND job_id > ? AND reason IS NOT NULL ORDER BY job_id LIMIT ?
      """;

  /** Of jobs in some channels. Parameters: begins of channels, then as {@link #SKIPS}. */
  static final String SKIPS_WITHIN =
      SKIPS.replace(
          "WHERE bulk_id",
          "WHERE EXISTS (SELECT FROM queue_job.job j WHERE j.id = job_id AND "
              + Within.sql("j.channel")
              + ") AND bulk_id");

  private final Database database;

  public BulkStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps a request; what the same person's same key made before, if it did.
   *
   * @param counted how many jobs were counted
   * @param channels where it stays; null for all channels
   */
  public Bulk insert(BulkRequest request, String actor, long counted, List<String> channels) {
    return database.run(
        "keep a bulk change",
        s -> {
          Optional<BulkRow> made =
              s.first(
                  INSERT,
                  BulkRow::of,
                  request.key(),
                  request.change().action().word(),
                  request.change().value(),
                  request.filter(),
                  request.selection() != null,
                  request.asOf(),
                  actor,
                  counted,
                  channels);
          if (made.isPresent() && request.selection() != null) {
            UUID[] jobs = request.selection().toArray(UUID[]::new);
            s.update(SELECT_JOBS, made.get().bulk().id(), jobs, channels);
          }
          return made.or(() -> byKey(actor, request.key())).orElseThrow().bulk();
        });
  }

  /** What a person's key made; empty if nothing. */
  public Optional<BulkRow> byKey(String actor, String key) {
    return database.run("look for a bulk change", s -> s.first(BY_KEY, BulkRow::of, actor, key));
  }

  /** Numbers of jobs that are there and in some channels, or all for null, newest first. */
  public List<Long> ids(List<UUID> jobs, List<String> channels) {
    return database.run(
        "look for jobs",
        s -> s.rows(IDS, row -> row.getLong(1), jobs.toArray(UUID[]::new), channels));
  }

  /** Whether all that is kept of the jobs of a change is among some jobs. */
  public boolean isAmong(UUID bulk, List<UUID> jobs) {
    return database.run(
        "compare a selection",
        s -> s.first(ELSE, row -> true, bulk, jobs.toArray(UUID[]::new)).isEmpty());
  }

  /** Lets one begin that is prepared. */
  public void confirm(UUID id, String actor) {
    database.run("confirm a bulk change", s -> s.update(CONFIRM, id, actor));
  }

  /** Stops one that is under way. */
  public void stop(UUID id, String actor) {
    database.run("stop a bulk change", s -> s.update(STOP, actor, id));
  }

  /** Lets one go on that was stopped. */
  public void resume(UUID id, String actor) {
    database.run("resume a bulk change", s -> s.update(RESUME, id, actor));
  }

  /** One bulk change; empty if there is none. */
  public Optional<Bulk> one(UUID id) {
    return database
        .run("read a bulk change", s -> s.first(ONE, BulkRow::of, id))
        .map(BulkRow::bulk);
  }

  /** Confirmed ones, newest first. */
  public List<Bulk> list(UUID before, int limit) {
    return database
        .run("read the bulk changes", s -> s.rows(LIST, BulkRow::of, before, before, limit))
        .stream()
        .map(BulkRow::bulk)
        .toList();
  }

  /** The same of those that stay in some channels. */
  public List<Bulk> list(UUID before, int limit, List<String> channels) {
    List<String> tops = Within.tops(channels);
    return database
        .run(
            "read the bulk changes",
            s -> s.rows(LIST_WITHIN, BulkRow::of, tops, before, before, limit))
        .stream()
        .map(BulkRow::bulk)
        .toList();
  }

  /** Skipped jobs, by number. */
  public List<BulkSkip> skips(UUID id, long after, int limit) {
    return database.run(
        "read what a bulk change skipped", s -> s.rows(SKIPS, BulkStore::skip, id, after, limit));
  }

  /** The same of jobs that are in some channels now. */
  public List<BulkSkip> skips(UUID id, long after, int limit, List<String> channels) {
    return database.run(
        "read what a bulk change skipped",
        s -> s.rows(SKIPS_WITHIN, BulkStore::skip, Within.tops(channels), id, after, limit));
  }

  private static BulkSkip skip(ResultSet row) throws SQLException {
    return new BulkSkip(
        row.getLong("job_id"), row.getObject("job", UUID.class), row.getString("reason"));
  }
}
