package io.queuejob.internal.storage.doctor;

import io.queuejob.internal.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Facts of what should be over or mended: defects, keys, releases, retention, messages. */
public final class LeftoverFacts {
  /** Waiting jobs that are looked at for their keys. */
  public static final int MOST_LOOKED_AT = 20_000;

  static final String DEFECTS =
      """
      SELECT kind, found, coalesce(extract(epoch FROM clock_timestamp() - last), 0)::float8 AS ago
      FROM queue_job.defect WHERE found > 0 ORDER BY kind LIMIT 20
      """;

  /**
   * Times are seconds ago; negative if it never was. Parameter: waiting jobs that are looked at.
   */
  static final String STATE =
      """
      SELECT (SELECT count(*) FROM (SELECT function_id, identity_key, blocking_key
            FROM queue_job.job WHERE waits
            ORDER BY function_id, channel, priority, created, id LIMIT ?) j
          WHERE j.identity_key IS NOT NULL AND j.blocking_key IS NULL
            AND NOT EXISTS (SELECT FROM queue_job.job o
              WHERE o.blocking_key = queue_job.blocking_key(j.function_id, j.identity_key)))
          AS keys,
        r.releases, coalesce(r.oldest, 0) AS oldest_release,
        coalesce(extract(epoch FROM clock_timestamp() - c.began), -1)::float8 AS began,
        c.began IS NOT NULL AND c.ended IS NULL AS running
      FROM (SELECT count(*) AS releases,
          extract(epoch FROM clock_timestamp() - min(at))::float8 AS oldest
        FROM (SELECT at FROM queue_job.job_release LIMIT 10000) l) r
      LEFT JOIN queue_job.chore c ON c.name = 'retention'
      """;

  /** Messages that are overdue, by recipient. */
  static final String NOTICES =
      """
      SELECT recipient, count(*) AS overdue, max(trouble) AS trouble FROM
        (SELECT recipient, trouble FROM queue_job.notice
         WHERE due < clock_timestamp() - interval '2 minutes' OR trouble IS NOT NULL LIMIT 10000) n
      GROUP BY recipient ORDER BY recipient LIMIT 20
      """;

  private final Database database;

  public LeftoverFacts(Database database) {
    this.database = database;
  }

  /**
   * What the engine mended.
   *
   * @param ago seconds since the last time
   */
  public record Defect(String kind, long found, double ago) {}

  /**
   * What should be over.
   *
   * @param keys waiting jobs without their key
   * @param releases dependents that were not released
   * @param oldestRelease seconds since the first of these
   * @param retentionBegan seconds since the last run of retention began; negative for never
   * @param retentionRuns whether that run goes on
   */
  public record State(
      long keys,
      long releases,
      double oldestRelease,
      double retentionBegan,
      boolean retentionRuns) {}

  /**
   * Messages to a recipient that should have gone.
   *
   * @param trouble why the last one did not; null if it was not tried
   */
  public record Overdue(String recipient, long messages, String trouble) {}

  /** What was mended. */
  public List<Defect> defects() {
    return database.run(
        "read defects",
        s ->
            s.rows(
                DEFECTS,
                row ->
                    new Defect(row.getString("kind"), row.getLong("found"), row.getDouble("ago"))));
  }

  /** What is left. */
  public State state() {
    return database
        .run("look for leftovers", s -> s.first(STATE, LeftoverFacts::state, MOST_LOOKED_AT))
        .orElseThrow();
  }

  /** Messages that should have gone. */
  public List<Overdue> overdue() {
    return database.run(
        "read failure messages",
        s ->
            s.rows(
                NOTICES,
                row ->
                    new Overdue(
                        row.getString("recipient"),
                        row.getLong("overdue"),
                        row.getString("trouble"))));
  }

  private static State state(ResultSet row) throws SQLException {
    return new State(
        row.getLong("keys"),
        row.getLong("releases"),
        row.getDouble("oldest_release"),
        row.getDouble("began"),
        row.getBoolean("running"));
  }
}
