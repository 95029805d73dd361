package io.queuejob.internal.storage.run;

import io.queuejob.internal.storage.JoinedDatabase;
import java.util.List;
import java.util.UUID;

/** What a job may know of those that it waited for. */
public final class ParentStore {
  /** Parameter: child. */
  static final String PARENTS =
      """
      SELECT p.uuid, f.name, p.description, p.result,
        p.result_secret IS NOT NULL AS secret
      FROM queue_job.job_dependency d JOIN queue_job.job p ON p.id = d.parent_id
      JOIN queue_job.function f ON f.id = p.function_id
      WHERE d.child_id = ? ORDER BY p.id
      """;

  private final JoinedDatabase database;

  public ParentStore(JoinedDatabase database) {
    this.database = database;
  }

  /**
   * A parent.
   *
   * @param uuid of its job
   * @param function registered name
   * @param description for people
   * @param result JSON or a text; null for none
   * @param secret whether people do not see all of the result
   */
  public record Row(
      UUID uuid, String function, String description, String result, boolean secret) {}

  /** Those of a job, in the transaction of the thread. */
  public List<Row> of(long child) {
    return database.run(
        "read the parents of job " + child,
        s ->
            s.rows(
                PARENTS,
                row ->
                    new Row(
                        row.getObject("uuid", UUID.class),
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("result"),
                        row.getBoolean("secret")),
                child));
  }
}
