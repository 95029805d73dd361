package io.queuejob.internal.storage.claim;

import io.queuejob.internal.port.protocol.Borrowing;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Borrowing slots of channels and giving them back, on the runner's own session. */
public final class SlotStore implements Borrowing {
  /** Locks the node's row against recovery. Parameter: node. */
  static final String LOCK_NODE =
      "SELECT id FROM queue_job.node WHERE id = ? AND state = 'alive' FOR KEY SHARE";

  /** What is free of each channel, locked in path order. Parameter: channel ids. */
  static final String LOCK_CHANNELS =
      """
      SELECT id, greatest(0, CASE WHEN paused THEN 0 ELSE capacity END - held) AS free
      FROM queue_job.channel WHERE id = ANY (?::int[]) AND capacity IS NOT NULL
      ORDER BY path FOR UPDATE
      """;

  /** Takes slots. Parameters: number, channel, number. */
  static final String TAKE =
      """
      UPDATE queue_job.channel SET held = held + ?
      WHERE id = ? AND NOT paused AND held + ? <= capacity
      """;

  /** Books slots taken or given. Parameters: node, channel, number, number. */
  static final String BOOK =
      """
      INSERT INTO queue_job.slot AS s (node_id, channel_id, held) VALUES (?, ?, ?)
      ON CONFLICT (node_id, channel_id) DO UPDATE SET held = s.held + ?
      """;

  /** Gives slots back where the node holds as many. Parameters: number, node, channel, number. */
  static final String UNBOOK =
      """
      UPDATE queue_job.slot SET held = held - ? WHERE node_id = ? AND channel_id = ? AND held >= ?
      """;

  /** Frees slots. Parameters: number, channel. */
  static final String FREE = "UPDATE queue_job.channel SET held = held - ? WHERE id = ?";

  /** Says that the node wants more. Parameters: node, channel, wish. */
  static final String WANT =
      """
      INSERT INTO queue_job.slot (node_id, channel_id, wants) VALUES (?, ?, ?)
      ON CONFLICT (node_id, channel_id) DO UPDATE SET wants = EXCLUDED.wants
      """;

  private final Session session;

  public SlotStore(Session session) {
    this.session = session;
  }

  @Override
  public Map<Integer, Integer> borrow(int node, Map<Integer, Integer> wishes, int most) {
    return session.transact("borrow slots", s -> borrow(s, node, wishes, most));
  }

  private static Map<Integer, Integer> borrow(
      Statements s, int node, Map<Integer, Integer> wishes, int most) throws SQLException {
    if (s.first(LOCK_NODE, row -> row.getInt(1), node).isEmpty()) {
      return Map.of();
    }
    int jobs = most;
    List<int[]> free =
        s.rows(
            LOCK_CHANNELS,
            row -> new int[] {row.getInt("id"), row.getInt("free")},
            List.copyOf(wishes.keySet()));
    for (int[] channel : free) {
      int has = most - wishes.get(channel[0]);
      jobs = Math.min(jobs, has + channel[1]);
    }
    Map<Integer, Integer> taken = new LinkedHashMap<>();
    for (int[] channel : free) {
      int lacking = jobs - (most - wishes.get(channel[0]));
      if (lacking > 0) {
        taken.put(channel[0], lacking);
      }
    }
    return book(s, node, taken);
  }

  private static Map<Integer, Integer> book(Statements s, int node, Map<Integer, Integer> taken)
      throws SQLException {
    for (Map.Entry<Integer, Integer> one : taken.entrySet()) {
      int n = one.getValue();
      if (s.update(TAKE, n, one.getKey(), n) != 1) {
        throw new SQLException("channel " + one.getKey() + " changed while locked", "40001");
      }
      s.update(BOOK, node, one.getKey(), n, n);
    }
    return taken;
  }

  @Override
  public List<Integer> giveBack(int node, Map<Integer, Integer> slots) {
    return session.transact(
        "give slots back",
        s -> {
          List<Integer> given = new ArrayList<>();
          if (s.first(LOCK_NODE, row -> row.getInt(1), node).isEmpty()) {
            return given;
          }
          for (Map.Entry<Integer, Integer> one : slots.entrySet()) {
            int n = one.getValue();
            if (s.update(UNBOOK, n, node, one.getKey(), n) == 1) {
              s.update(FREE, n, one.getKey());
              given.add(one.getKey());
            }
          }
          return given;
        });
  }

  @Override
  public void want(int node, int channel, boolean wants) {
    session.run("want slots", s -> s.update(WANT, node, channel, wants));
  }
}
