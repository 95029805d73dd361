package io.queuejob.internal.storage.reach;

import io.queuejob.internal.storage.JoinedDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** In which channels the jobs of a command are, in the transaction of the thread. */
public final class ReachStore {
  /** A job's channel, which stays until the transaction ends. Parameter: uuid. */
  static final String HOLD = "SELECT channel FROM queue_job.job WHERE uuid = ? FOR NO KEY UPDATE";

  /** Parameter: uuid. */
  static final String CHANNEL = "SELECT channel FROM queue_job.job WHERE uuid = ?";

  /**
   * A job that would be cancelled with another and is outside of some channels. Parameters: the
   * other, channels.
   */
  static final String OUTSIDE_BELOW =
      """
      WITH RECURSIVE below(id) AS (
        SELECT child_id FROM queue_job.job_dependency WHERE parent_id = ?
        UNION
        SELECT d.child_id FROM below b
        JOIN queue_job.job j ON j.id = b.id AND j.state = 'wait_dependencies'
        JOIN queue_job.job_dependency d ON d.parent_id = b.id)
      SELECT w.uuid, w.channel FROM queue_job.job w
      WHERE w.id IN (SELECT id FROM below) AND w.state = 'wait_dependencies'
        AND NOT queue_job.is_within(w.channel, ?::text[])
      ORDER BY w.id LIMIT 1
      """;

  private final JoinedDatabase database;

  public ReachStore(JoinedDatabase database) {
    this.database = database;
  }

  /** A job and its channel. */
  public record Placed(UUID uuid, String channel) {}

  /** The channel of a job, which is held in it; empty if there is no job. */
  public Optional<String> hold(UUID uuid) {
    return database.run(
        "look at the channel of job " + uuid, s -> s.first(HOLD, row -> row.getString(1), uuid));
  }

  /** The channel of a job as it is now; empty if there is no job. */
  public Optional<String> channel(UUID uuid) {
    return database.run(
        "look at the channel of job " + uuid, s -> s.first(CHANNEL, row -> row.getString(1), uuid));
  }

  /** The first job that waits for another, directly or not, outside of channels; empty if none. */
  public Optional<Placed> outsideBelow(long job, List<String> channels) {
    return database.run(
        "look at what waits for job " + job,
        s ->
            s.first(
                OUTSIDE_BELOW,
                row -> new Placed(row.getObject(1, UUID.class), row.getString(2)),
                job,
                channels.toArray(String[]::new)));
  }
}
