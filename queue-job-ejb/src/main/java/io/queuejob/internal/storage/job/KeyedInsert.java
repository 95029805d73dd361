package io.queuejob.internal.storage.job;

import io.queuejob.api.error.StorageException;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Stores one job that has an identity key, or finds the one that blocks it. Of several keys in one
 * transaction the smaller should come first: two callers that take two keys in opposite orders wait
 * for each other, and one of them is refused.
 */
public final class KeyedInsert {
  /**
   * Parameters in the order of the function's. The wait is shorter than the time after which a
   * statement of the engine is cancelled, which would end the caller's transaction. What cannot
   * start before the caller's end is noted until then, the last hundred, for {@code
   * CommandStore.OWN}: such a row is locked, or written by a subtransaction.
   */
  static final String STORE_KEYED =
      """
      SELECT outcome, job_id, job_uuid, CASE WHEN outcome IN ('created', 'waiting') THEN
        set_config('queue_job.held', right(
          coalesce(current_setting('queue_job.held', true), '') || job_uuid, 3600), true) END
      FROM queue_job.store_keyed(?, ?, ?, ?, ?, ?, ?::timestamptz,
        ?, ?, ?::text, ?::text, ?, ?::text, ?::uuid, ?, ?, ?)
      """;

  /** What a new job is about, and the application's own columns. Parameters: texts, job. */
  static final String RELATE =
      "UPDATE queue_job.job SET related = ?::text, attributes = ?::jsonb WHERE id = ?";

  static final int WAIT_MILLIS = 5_000;

  private KeyedInsert() {}

  /**
   * Where a job begins.
   *
   * @param state {@code pending} or {@code wait_dependencies}
   * @param graph the graph that it belongs to; null if none
   */
  public record Place(String state, UUID graph) {
    /** A job by itself. */
    public static final Place ALONE = new Place("pending", null);
  }

  /** What the database answered. */
  private record Answer(String outcome, long id, UUID uuid) {}

  /**
   * Stores a request that has an identity.
   *
   * @throws StorageException if nobody knows yet whether another job has the key; nothing was
   *     written then, and the transaction can go on
   */
  public static StoredJob insert(Statements s, JobRequest request, int functionId, Place place)
      throws SQLException {
    Answer answer =
        s.first(
                STORE_KEYED,
                row ->
                    new Answer(
                        row.getString("outcome"),
                        row.getLong("job_id"),
                        row.getObject("job_uuid", UUID.class)),
                parameters(request, functionId, place))
            .orElseThrow();
    JobRequest.Payload payload = request.payload();
    boolean more = payload.related() != null || payload.attributes() != null;
    if (answer.outcome().equals("created") && more) {
      s.update(RELATE, payload.related(), payload.attributes(), answer.id());
    }
    return switch (answer.outcome()) {
      case "created" -> new StoredJob(answer.id(), answer.uuid(), true);
      case "waiting", "running" -> new StoredJob(answer.id(), answer.uuid(), false);
      case "deadlock" -> throw deadlock(request);
      default -> throw busy(request);
    };
  }

  private static Object[] parameters(JobRequest request, int functionId, Place place) {
    JobRequest.Schedule schedule = request.schedule();
    return new Object[] {
      request.uuid(),
      functionId,
      request.channel().text(),
      schedule.priority(),
      schedule.created(),
      place.state(),
      schedule.eta(),
      schedule.maxRetries(),
      schedule.timeoutSeconds(),
      request.caller(),
      request.description(),
      request.payload().arguments(),
      request.payload().context(),
      place.graph(),
      request.identity().key(),
      request.identity().scope().word(),
      WAIT_MILLIS
    };
  }

  private static StorageException busy(JobRequest request) {
    return new StorageException(
        "QJ3005",
        request.function()
            + ": expected identity key '"
            + request.identity().key()
            + "' to be free or held by a job that is committed, found it in a transaction that did"
            + " not end within "
            + WAIT_MILLIS
            + " ms; the call was not stored, make it again, and keep transactions that call short");
  }

  private static StorageException deadlock(JobRequest request) {
    return new StorageException(
        "QJ3006",
        request.function()
            + ": expected to wait for identity key '"
            + request.identity().key()
            + "', found that its holder waits for this transaction (deadlock); roll back and repeat"
            + " the transaction, and make keyed calls in the order of their keys");
  }
}
