package io.queuejob.internal.storage.bulk;

import io.queuejob.internal.storage.Database;
import java.time.Instant;
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
           FROM queue_job.bulk WHERE state IN
             ('collecting', 'running', 'undoing', 'collecting within', 'running within')
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
        state = CASE WHEN ?::boolean THEN replace(state, 'collecting', 'running') ELSE state END
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

  /** Keeps what there was before. Parameters: jobs, values before, change. */
  static final String KEEP =
      """
      UPDATE queue_job.bulk_job i SET changed = clock_timestamp(), before = k.before
      FROM unnest(?::bigint[], ?::text[]) AS k(job_id, before)
      WHERE i.bulk_id = ? AND i.job_id = k.job_id
      """;

  /** Parameters: change, job's number, job, reason. */
  static final String SKIP =
      """
      INSERT INTO queue_job.bulk_job (bulk_id, job_id, job, reason) VALUES (?, ?, ?::uuid, ?)
      ON CONFLICT (bulk_id, job_id) DO UPDATE SET reason = EXCLUDED.reason
      """;

  /** Parameters: position, changed, skipped, whether some of it was kept, id. */
  static final String ADVANCE =
      """
      UPDATE queue_job.bulk SET position = ?, changed = changed + ?, skipped = skipped + ?,
        stepped = clock_timestamp(), trouble = NULL, undoable = undoable OR ?
      WHERE id = ?
      """;

  /** Parameters: state, trouble or null, id. */
  static final String END =
      """
      WITH ended AS (
        UPDATE queue_job.bulk SET state = ?, ended = clock_timestamp(), trouble = ?::text
        WHERE id = ? AND state IN
          ('collecting', 'running', 'undoing', 'collecting within', 'running within')
        RETURNING *)
      INSERT INTO queue_job.audit (actor, action, subject, filter, jobs, after)
      SELECT actor, CASE WHEN undoes IS NULL THEN 'end of bulk ' ELSE 'end of undo of bulk ' END || action, 'bulk ' || id, filter, changed,
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

  /**
   * A job of a bulk change.
   *
   * @param id number of the job
   * @param job its identity
   * @param changed when the change did it; null if it did not
   * @param before what there was before; null if that is not kept
   */
  public record Item(long id, UUID job, Instant changed, String before) {
    /** The same, changed just now. */
    public Item after(String was) {
      return new Item(id, job, changed, was);
    }
  }

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
                row ->
                    new Item(row.getLong("job_id"), row.getObject("job", UUID.class), null, null),
                bulk,
                position,
                most));
  }

  /** A job that was not changed. */
  public void skip(UUID bulk, Item item, String reason) {
    database.run("note a skipped job", s -> s.update(SKIP, bulk, item.id(), item.job(), reason));
  }

  /** What a step did; items that say what there was before are kept. */
  public void advance(UUID bulk, long position, List<Item> changed, int skipped) {
    List<Item> kept = changed.stream().filter(item -> item.before() != null).toList();
    List<Item> over = changed.stream().filter(item -> item.before() == null).toList();
    database.run(
        "note how far a bulk change is",
        s -> {
          if (!kept.isEmpty()) {
            s.update(KEEP, numbers(kept), kept.stream().map(Item::before).toList(), bulk);
          }
          if (!over.isEmpty()) {
            s.update(FORGET, bulk, numbers(over));
          }
          return s.update(ADVANCE, position, changed.size(), skipped, !kept.isEmpty(), bulk);
        });
  }

  private static List<Long> numbers(List<Item> items) {
    return items.stream().map(Item::id).toList();
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
