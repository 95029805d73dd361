package io.queuejob.internal.storage.config;

import io.queuejob.internal.storage.Database;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which module of which application declares which channel, so that a channel goes when the last of
 * them has gone (S-JF-07).
 */
public final class DeclarationStore {
  /** Parameter: application. */
  static final String DECLARED =
      """
      SELECT module, name, coalesce(settings ->> 'channel', name) AS text
      FROM queue_job.declaration WHERE application = ? AND kind = 'channel'
      """;

  /** Parameters: application, module, path, text. */
  static final String DECLARE =
      """
      INSERT INTO queue_job.declaration AS d (application, module, kind, name, settings)
      VALUES (?, ?, 'channel', ?, jsonb_build_object('channel', ?::text))
      ON CONFLICT (application, module, kind, name) DO UPDATE
        SET settings = EXCLUDED.settings, declared = clock_timestamp()
      WHERE d.settings IS DISTINCT FROM EXCLUDED.settings
      """;

  /** Parameters: application, module, path. */
  static final String FORGET =
      """
      DELETE FROM queue_job.declaration
      WHERE application = ? AND module = ? AND kind = 'channel' AND name = ?
      """;

  /** Whether others declare it. Parameters: path, application, module. */
  static final String OTHERS =
      """
      SELECT count(*)::int AS others FROM queue_job.declaration
      WHERE kind = 'channel' AND name = ? AND NOT (application = ? AND module = ?)
      """;

  /** Keeps nodes from borrowing of it until this ends. Parameter: path. */
  static final String LOCK =
      "SELECT id, changed IS NOT NULL AS changed FROM queue_job.channel WHERE path = ? FOR UPDATE";

  /** Parameter: path. */
  static final String REMOVE_SLOTS =
      """
      DELETE FROM queue_job.slot s USING queue_job.channel c
      WHERE c.path = ? AND s.channel_id = c.id AND s.held = 0
      """;

  /** A channel in which, and below which, no job is that is not over. Parameters: path, path. */
  static final String REMOVE =
      """
      DELETE FROM queue_job.channel c
      WHERE c.path = ? AND c.path <> 'root' AND c.changed IS NULL AND c.held = 0
        AND NOT EXISTS (SELECT FROM queue_job.slot s WHERE s.channel_id = c.id)
        AND NOT EXISTS (SELECT FROM queue_job.job j
          WHERE (j.channel = c.path OR starts_with(j.channel, ? || '.'))
            AND j.state NOT IN ('done', 'cancelled'))
      """;

  private final Database database;
  private final String application;

  /** Declarations of an application. */
  public DeclarationStore(Database database, String application) {
    this.database = database;
    this.application = application;
  }

  /**
   * A channel that a module declares.
   *
   * @param module its name
   * @param name path of the channel
   * @param text as declared
   */
  public record Row(String module, String name, String text) {}

  /** Writes all of an application; returns those of its modules that are not among them. */
  public List<Row> declare(List<Row> rows) {
    Set<String> kept = new HashSet<>();
    List<Object[]> writes = new ArrayList<>();
    for (Row row : rows) {
      kept.add(row.module() + "\n" + row.name());
      writes.add(new Object[] {application, row.module(), row.name(), row.text()});
    }
    return database.run(
        "write declarations",
        s -> {
          List<Row> earlier =
              s.rows(
                  DECLARED,
                  row ->
                      new Row(
                          row.getString("module"), row.getString("name"), row.getString("text")),
                  application);
          s.updateEach(DECLARE, writes);
          return earlier.stream()
              .filter(row -> !kept.contains(row.module() + "\n" + row.name()))
              .toList();
        });
  }

  /** Removes a declaration. */
  public void forget(Row row) {
    database.run(
        "remove a declaration", s -> s.update(FORGET, application, row.module(), row.name()));
  }

  /**
   * Removes a channel that a module no longer declares.
   *
   * @return false if jobs in it keep it; true if it is gone, or is others' to keep
   */
  public boolean remove(Row row) {
    return database.run(
        "remove channel " + row.name(),
        s -> {
          int others =
              s.first(OTHERS, r -> r.getInt("others"), row.name(), application, row.module())
                  .orElseThrow();
          boolean changed = s.first(LOCK, r -> r.getBoolean("changed"), row.name()).orElse(true);
          if (others > 0 || changed) {
            return true;
          }
          s.update(REMOVE_SLOTS, row.name());
          return s.update(REMOVE, row.name(), row.name()) > 0;
        });
  }
}
