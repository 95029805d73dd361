package io.queuejob.internal.storage.search;

import io.queuejob.admin.search.SavedView;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.util.List;

/** Named filters; what becomes of them is kept in the audit by the statement that does it. */
public final class ViewStore {
  private static final Rows.Mapper<SavedView> VIEW =
      row ->
          new SavedView(
              row.getLong("id"),
              row.getString("name"),
              row.getString("address"),
              row.getBoolean("shared"),
              row.getString("created_by"));

  /** Parameter: person. */
  static final String OF =
      """
      SELECT id, name, address, owner IS NULL AS shared, created_by FROM queue_job.saved_view
      WHERE owner IS NULL OR owner = ? ORDER BY owner IS NULL, lower(name), id LIMIT 200
      """;

  /** Parameters: owner or null, name, address, person. */
  static final String SAVE =
      """
      WITH saved AS (
        INSERT INTO queue_job.saved_view AS v (owner, name, address, created_by)
        VALUES (?::text, ?, ?, ?)
        ON CONFLICT (coalesce(owner, ''), name)
          DO UPDATE SET address = EXCLUDED.address, created_by = EXCLUDED.created_by
        RETURNING id, name, address, owner IS NULL AS shared, created_by),
      kept AS (
        INSERT INTO queue_job.audit (actor, action, subject, after)
        SELECT created_by, 'save view', name,
          jsonb_build_object('address', address, 'shared', shared) FROM saved)
      SELECT * FROM saved
      """;

  /** Parameters: id, person, person. */
  static final String REMOVE =
      """
      WITH removed AS (
        DELETE FROM queue_job.saved_view WHERE id = ? AND (owner IS NULL OR owner = ?)
        RETURNING name, address, owner IS NULL AS shared)
      INSERT INTO queue_job.audit (actor, action, subject, before)
      SELECT ?, 'remove view', name, jsonb_build_object('address', address, 'shared', shared)
      FROM removed
      """;

  private final Database database;

  public ViewStore(Database database) {
    this.database = database;
  }

  /** Those of a person and those of all. */
  public List<SavedView> of(String person) {
    return database.run("read saved views", s -> s.rows(OF, VIEW, person));
  }

  /** Saves one. */
  public SavedView save(String name, String address, boolean shared, String person) {
    String owner = shared ? null : person;
    return database.run(
        "save a view", s -> s.first(SAVE, VIEW, owner, name, address, person).orElseThrow());
  }

  /** Removes one; false if there is none that the person may remove. */
  public boolean remove(long id, String person) {
    return database.run("remove a view", s -> s.update(REMOVE, id, person, person)) > 0;
  }
}
