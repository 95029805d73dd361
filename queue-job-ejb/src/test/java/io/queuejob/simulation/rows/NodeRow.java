package io.queuejob.simulation.rows;

import java.util.Map;
import java.util.TreeMap;

/** A row of {@code node}, with its rows of {@code slot}. */
public final class NodeRow {
  public final int id;
  public final long lockKey;
  public boolean alive = true;
  public long heartbeat;
  public long goneSince;
  public String goneReason;
  public final Map<Integer, SlotRow> slots = new TreeMap<>();

  /** Transactions in flight that hold the row FOR KEY SHARE. */
  int sharers;

  /** Whether an observer holds the row to recover it. */
  boolean recovering;

  /** What the node holds of one channel. */
  public static final class SlotRow {
    public int held;
    boolean wants;
  }

  NodeRow(int id, long lockKey, long heartbeat) {
    this.id = id;
    this.lockKey = lockKey;
    this.heartbeat = heartbeat;
  }

  SlotRow slot(int channel) {
    return slots.computeIfAbsent(channel, id -> new SlotRow());
  }

  /** How many slots of a channel the node holds. */
  public int held(int channel) {
    SlotRow slot = slots.get(channel);
    return slot == null ? 0 : slot.held;
  }
}
