package io.queuejob.internal.storage.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the table of bulk changes.
 *
 * @param bulk what people see of it
 * @param asOf instant from which ages count
 * @param position number of the job at which the next step begins; null at the begin
 */
public record BulkRow(Bulk bulk, Instant asOf, Long position) {
  /**
   * An undo, and what is limited to channels, has states of its own for engines that know nothing
   * of it; for people it runs like others.
   */
  static final String COLUMNS =
      """
      id, action, value, filter, selection, as_of, actor, created, counted,
      CASE state WHEN 'undoing' THEN 'running' ELSE replace(state, ' within', '') END AS state,
      confirmed, channels,
      position, collected, changed, skipped, ended, ended_by, trouble, undoes, undone,
      undoable AND coalesce(ended > clock_timestamp() - interval '7 days', true) AS undoable,
      CASE WHEN (undoable OR undoes IS NOT NULL) AND ended > clock_timestamp() - interval '7 days'
        THEN ended + interval '7 days' END AS undo_until
      """;

  static BulkRow of(ResultSet row) throws SQLException {
    long position = row.getLong("position");
    Long at = row.wasNull() ? null : (Long) position;
    return new BulkRow(
        new Bulk(
            row.getObject("id", UUID.class),
            new JobChange(
                BulkAction.of(row.getString("action")).orElseThrow(), row.getString("value")),
            row.getString("filter"),
            row.getBoolean("selection"),
            row.getString("actor"),
            row.getLong("counted"),
            progress(row),
            new Bulk.Undo(
                row.getObject("undoes", UUID.class),
                row.getObject("undone", UUID.class),
                row.getBoolean("undoable"),
                Rows.instant(row, "undo_until")),
            reach(row)),
        Rows.instant(row, "as_of"),
        at);
  }

  private static Reach reach(ResultSet row) throws SQLException {
    boolean everywhere = row.getArray("channels") == null;
    return everywhere ? Reach.EVERYWHERE : new Reach(Rows.texts(row, "channels"));
  }

  private static Bulk.Progress progress(ResultSet row) throws SQLException {
    return new Bulk.Progress(
        row.getString("state"),
        Rows.instant(row, "created"),
        Rows.instant(row, "confirmed"),
        Rows.instant(row, "ended"),
        row.getString("ended_by"),
        row.getLong("collected"),
        row.getLong("changed"),
        row.getLong("skipped"),
        row.getString("trouble"));
  }
}
