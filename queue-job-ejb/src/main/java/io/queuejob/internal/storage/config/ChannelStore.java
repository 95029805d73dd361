package io.queuejob.internal.storage.config;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Rows;
import java.util.List;

/** Channels as rows. */
public final class ChannelStore {
  /**
   * Writes what a node was told; what an administrator changed stays. Parameters: path, capacity,
   * paused, executor, node.
   */
  static final String TELL =
      """
      INSERT INTO queue_job.channel AS c (path, capacity, paused, executor, told_by, told)
      VALUES (?, ?::int, ?, ?::text, ?, clock_timestamp())
      ON CONFLICT (path) DO UPDATE SET capacity = EXCLUDED.capacity, paused = EXCLUDED.paused,
        executor = EXCLUDED.executor, told_by = EXCLUDED.told_by, told = EXCLUDED.told
      WHERE c.changed IS NULL AND (c.capacity, c.paused, c.executor)
        IS DISTINCT FROM (EXCLUDED.capacity, EXCLUDED.paused, EXCLUDED.executor)
      """;

  /** All channels, parents before children. */
  static final String ALL =
      "SELECT id, path, capacity, paused, executor, held FROM queue_job.channel ORDER BY path";

  private final JoinedDatabase database;

  public ChannelStore(JoinedDatabase database) {
    this.database = database;
  }

  /**
   * A channel's row.
   *
   * @param id its number
   * @param path its full path
   * @param capacity most jobs at once in its subtree; null without limit
   * @param paused whether nothing may start in its subtree
   * @param executor JNDI name of the executor of its subtree; null for the engine's own
   * @param held slots that all nodes hold together
   */
  public record ChannelRow(
      int id, ChannelPath path, Integer capacity, boolean paused, String executor, int held) {}

  /** All channels, parents before children. */
  public List<ChannelRow> all() {
    return database.run(
        "read channels",
        s ->
            s.rows(
                ALL,
                row ->
                    new ChannelRow(
                        row.getInt("id"),
                        new ChannelPath(row.getString("path")),
                        Rows.integer(row, "capacity"),
                        row.getBoolean("paused"),
                        row.getString("executor"),
                        row.getInt("held"))));
  }

  /** Writes what a node was told of one channel; false if the row says so already. */
  public boolean tell(
      ChannelPath path, Integer capacity, boolean paused, String executor, String node) {
    return database.run(
            "write channel " + path,
            s -> s.update(TELL, path.text(), capacity, paused, executor, node))
        > 0;
  }
}
