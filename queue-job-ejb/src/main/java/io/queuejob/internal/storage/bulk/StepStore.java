package io.queuejob.internal.storage.bulk;

import io.queuejob.internal.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a step of a bulk change reads and writes, in the transaction of the thread. */
public final class StepStore {
  /** The one that waits longest for a step and has none at this moment, locked. */
  static final String PICK =
      "SELECT "
          + BulkRow.COLUMNS
          + """
           FROM queue_job.bulk WHERE state IN ('collecting', 'running')
          ORDER BY stepped NULLS FIRST, created LIMIT 1 FOR UPDATE SKIP LOCKED
          """;

  /** Parameters: change, jobs. */
  static final String COLLECT =
      """
      INSERT INTO queue_job.bulk_job (bulk_id, job_id, job)
      SELECT ?, j.id, j.uuid FROM unnest(?::bigint[]) AS k(id)
      JOIN queue_job.job j ON j.id = k.id
      ON CONFLICT DO NOTHING
      """;

  /** Parameters: position or null, number of jobs, whether that was all, twice, id. */
  static final String COLLECTED =
      """
      UPDATE queue_job.bulk SET position = ?::bigint, collected = collected + ?,
        collecting_done = ?::boolean, stepped = clock_timestamp(),
        state = CASE WHEN ?::boolean THEN 'running' ELSE state END
      WHERE id = ?
      """;

  /** Parameters: change, position, rows. */
  static final String NEXT =
      """
      SELECT job_id, job FROM queue_job.bulk_job
      WHERE bulk_id = ? AND job_id > ? AND reason IS NULL ORDER BY job_id LIMIT ?
      """;

  /** Parameters: change, jobs. */
  static final String FORGET =
      "DELETE FROM queue_job.bulk_job WHERE bulk_id = ? AND job_id = ANY (?::bigint[])";

  /** Parameters: reason, change, job. */
  static final String SKIP =
      "UPDATE queue_job.bulk_job SET reason = ? WHERE bulk_id = ? AND job_id = ?";

  /** Parameters: position, changed, skipped, id. */
  static final String ADVANCE =
      """
      UPDATE queue_job.bulk SET position = ?, changed = changed + ?, skipped = skipped + ?,
        stepped = clock_timestamp(), trouble = NULL
      WHERE id = ?
      """;

  /** Parameters: state, trouble or null, id. */
  static final String END =
      """
      WITH ended AS (
        UPDATE queue_job.bulk SET state = ?, ended = clock_timestamp(), trouble = ?::text
        WHERE id = ? AND state IN ('collecting', 'running')
        RETURNING *)
      INSERT INTO queue_job.audit (actor, action, subject, filter, jobs, after)
      SELECT actor, 'end of bulk ' || action, 'bulk ' || id, filter, changed,
        jsonb_build_object('state', state, 'changed', changed, 'skipped', skipped)
      FROM ended
      """;

  /** Parameters: trouble, id. */
  static final String TROUBLE =
      "UPDATE queue_job.bulk SET trouble = ?, stepped = clock_timestamp() WHERE id = ?";

  private final Database database;

  public StepStore(Database database) {
    this.database = database;
  }

  /** A job of a bulk change. */
  public record Item(long id, UUID job) {}

  /** The change that is to take a step, locked; empty if none is. */
  public Optional<BulkRow> pick() {
    return database.run("look for bulk changes", s -> s.first(PICK, BulkRow::of));
  }

  /** Adds jobs to it, and notes where to look on; null if that was all. */
  public void collect(UUID bulk, List<Long> jobs, Long next) {
    database.run(
        "collect the jobs of a bulk change",
        s -> {
          int added = jobs.isEmpty() ? 0 : s.update(COLLECT, bulk, jobs);
          return s.update(COLLECTED, next, added, next == null, next == null, bulk);
        });
  }

  /** Its next jobs. */
  public List<Item> next(UUID bulk, long position, int most) {
    return database.run(
        "read the next jobs of a bulk change",
        s ->
            s.rows(
                NEXT,
                row -> new Item(row.getLong("job_id"), row.getObject("job", UUID.class)),
                bulk,
                position,
                most));
  }

  /** A job that was not changed. */
  public void skip(UUID bulk, long job, String reason) {
    database.run("note a skipped job", s -> s.update(SKIP, reason, bulk, job));
  }

  /** What a step did. */
  public void advance(UUID bulk, long position, List<Long> changed, int skipped) {
    database.run(
        "note how far a bulk change is",
        s -> {
          if (!changed.isEmpty()) {
            s.update(FORGET, bulk, changed);
          }
          return s.update(ADVANCE, position, changed.size(), skipped, bulk);
        });
  }

  /** It is over. */
  public void end(UUID bulk, String state, String trouble) {
    database.run("end a bulk change", s -> s.update(END, state, trouble, bulk));
  }

  /** What holds it up at the moment. */
  public void trouble(UUID bulk, String trouble) {
    database.run("note trouble of a bulk change", s -> s.update(TROUBLE, trouble, bulk));
  }
}
