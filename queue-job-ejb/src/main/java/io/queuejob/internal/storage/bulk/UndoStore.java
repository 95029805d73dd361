package io.queuejob.internal.storage.bulk;

import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.bulk.StepStore.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an undo of a bulk change reads and writes, in the transaction of the thread. */
public final class UndoStore {
  /**
   * Begins the undo of one that ended, once, and keeps who did in the audit; the row of the other
   * is written first, so that nobody resumes it meanwhile. Parameters: id, actor, channels or null.
   */
  static final String BEGIN =
      """
      WITH original AS (
        UPDATE queue_job.bulk SET undone = queue_job.new_uuid()
        WHERE id = ? AND state IN ('stopped', 'done', 'failed') AND undoes IS NULL
          AND undone IS NULL AND undoable AND ended > clock_timestamp() - interval '7 days'
        RETURNING *),
      begun AS (
        INSERT INTO queue_job.bulk (id, undoes, action, value, filter, selection, as_of, actor,
          counted, collected, collecting_done, state, confirmed, channels)
        SELECT o.undone, o.id, o.action, o.value, o.filter, o.selection, o.as_of, ?,
          k.jobs, k.jobs, true, 'undoing', clock_timestamp(), ?::text[]
        FROM original o CROSS JOIN LATERAL (SELECT count(*) AS jobs FROM queue_job.bulk_job i
          WHERE i.bulk_id = o.id AND i.changed IS NOT NULL) k
        RETURNING *),
      kept AS (
        INSERT INTO queue_job.audit (actor, action, subject, filter, jobs, after)
        SELECT actor, 'undo bulk ' || action, 'bulk ' || id, filter, counted,
          jsonb_build_object('undoes', undoes)
        FROM begun)
      SELECT id FROM begun
      """;

  /** What the other changed, by rising number. Parameters: the other, position, rows. */
  static final String NEXT =
      """
      SELECT job_id, job, changed, before FROM queue_job.bulk_job
      WHERE bulk_id = ? AND job_id > ? AND reason IS NULL AND changed IS NOT NULL
      ORDER BY job_id LIMIT ?
      """;

  /** A job as it is, held as it is. Parameters: when it was changed, uuid. */
  static final String LOOK =
      """
      SELECT j.state, j.priority, j.channel, j.eta, EXISTS (SELECT FROM queue_job.job_attempt a
        WHERE a.job_id = j.id AND a.outcome = 'requeued' AND a.ended > ?::timestamptz) AS requeued
      FROM queue_job.job j WHERE j.uuid = ? FOR UPDATE OF j
      """;

  private final JoinedDatabase database;

  public UndoStore(JoinedDatabase database) {
    this.database = database;
  }

  /**
   * A job at the moment of its undo.
   *
   * @param state stored state
   * @param priority its priority
   * @param channel its channel
   * @param eta not before; null if at once
   * @param requeued whether a person let it wait again since it was changed
   */
  public record Present(
      String state, int priority, String channel, Instant eta, boolean requeued) {}

  /** Begins it, in some channels, or all for null; empty if it is none that can be undone. */
  public Optional<UUID> begin(UUID bulk, String actor, List<String> channels) {
    return database.run(
        "undo a bulk change",
        s -> s.first(BEGIN, row -> row.getObject(1, UUID.class), bulk, actor, channels));
  }

  /** The next jobs that the other changed. */
  public List<Item> next(UUID undone, long position, int most) {
    return database.run(
        "read what a bulk change did",
        s ->
            s.rows(
                NEXT,
                row ->
                    new Item(
                        row.getLong("job_id"),
                        row.getObject("job", UUID.class),
                        Rows.instant(row, "changed"),
                        row.getString("before")),
                undone,
                position,
                most));
  }

  /** The job as it is; empty if it is gone. */
  public Optional<Present> look(Item item) {
    return database.run(
        "look at job " + item.job(),
        s ->
            s.first(
                LOOK,
                row ->
                    new Present(
                        row.getString("state"),
                        row.getInt("priority"),
                        row.getString("channel"),
                        Rows.instant(row, "eta"),
                        row.getBoolean("requeued")),
                item.changed(),
                item.job()));
  }
}
