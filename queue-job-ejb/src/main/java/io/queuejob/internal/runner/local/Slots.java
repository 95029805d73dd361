package io.queuejob.internal.runner.local;

import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.config.ChannelStore.ChannelRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this node holds of each limited channel and how much of it runs. Not thread-safe: guarded by
 * the dispatcher. What is held here is never more than the rows say.
 */
public final class Slots {
  /** How long a node may use slots of which there are fewer than contenders. */
  static final Duration QUANTUM = Duration.ofMillis(200);

  private static final int MOST_KNOWN = 10_000;
  private static final long LEAST_REST_NANOS = 100_000_000L;

  /** A contender may have died or be frozen, and then does not take its turn. */
  private static final long MOST_TURNS_NANOS = 800_000_000L;

  private final Map<ChannelPath, Slot> byPath = new TreeMap<>();
  private final Map<ChannelPath, Integer> numbers = new HashMap<>();
  private final Map<ChannelTree.Branch, List<Slot>> known = new IdentityHashMap<>();

  /** One limited channel. */
  public static final class Slot {
    public final int id;
    public final ChannelPath path;
    public int capacity;
    public int held;
    public int used;
    public int share = Integer.MAX_VALUE;
    private int contenders;
    private boolean handedOver;
    private long handedOverNanos;
    public boolean wants;
    public boolean isWishDoubtful;
    public long borrowedNanos;

    Slot(int id, ChannelPath path) {
      this.id = id;
      this.path = path;
    }

    public boolean isContended() {
      return share != Integer.MAX_VALUE;
    }

    /** Its quantum is over: others have their turn. */
    public void handOver(long nowNanos) {
      handedOver = true;
      handedOverNanos = nowNanos;
    }

    /**
     * Whether this node leaves to the others what it handed over, so that each of them has its turn
     * before this one has the next; over as soon as none of them lacks a slot.
     */
    public boolean rests(long nowNanos) {
      if (!handedOver || !isContended() || contenders == 0) {
        return false;
      }
      int slots = Math.max(1, capacity);
      long turns = Math.max(0, contenders - slots - 1) * QUANTUM.toNanos() / slots;
      return nowNanos - handedOverNanos < LEAST_REST_NANOS + Math.min(turns, MOST_TURNS_NANOS);
    }

    /** How many may run now. */
    public int limit(long nowNanos) {
      int most = Math.min(held, capacity);
      if (!isContended()) {
        return most;
      }
      boolean quantum = share == 0 && nowNanos - borrowedNanos < QUANTUM.toNanos();
      return quantum ? most : Math.min(most, share);
    }

    /**
     * Whether a job of a channel may be claimed: with a free slot, or, above that channel, where
     * others that are short are about to free one.
     */
    public boolean isOpen(ChannelPath channel, long nowNanos) {
      int limit = limit(nowNanos);
      return path.isWithin(channel) ? used < limit : limit > 0;
    }

    /** How many this node should hold at most. */
    public int target() {
      return isContended() ? Math.min(capacity, Math.max(1, share)) : capacity;
    }
  }

  /** Takes the channels in force; what is held of a channel that is no longer limited is kept. */
  public void reconfigure(Collection<ChannelRow> rows) {
    known.clear();
    for (ChannelRow row : rows) {
      ChannelSpec spec = row.spec();
      numbers.put(spec.path(), row.id());
      if (spec.capacity() != null) {
        Slot slot = byPath.computeIfAbsent(spec.path(), path -> new Slot(row.id(), path));
        slot.capacity = spec.paused() ? 0 : spec.capacity();
      }
    }
  }

  /** The slots along a path; worked out once, for it is asked for every job. */
  public List<Slot> along(ChannelTree.Branch path) {
    List<Slot> slots = known.get(path);
    if (slots == null) {
      slots = workOut(path);
      if (known.size() < MOST_KNOWN) {
        known.put(path, slots);
      }
    }
    return slots;
  }

  private List<Slot> workOut(ChannelTree.Branch path) {
    List<Slot> slots = new ArrayList<>();
    for (ChannelSpec limit : path.limits()) {
      Slot slot = byPath.get(limit.path());
      if (slot != null) {
        slots.add(slot);
      }
    }
    return slots;
  }

  /** Number of a channel that has a row. */
  public int numberOf(ChannelPath path) {
    return numbers.get(path);
  }

  /** All limited channels, parents before children. */
  public Collection<Slot> all() {
    return byPath.values();
  }

  static boolean canStart(List<Slot> path, long nowNanos) {
    for (Slot slot : path) {
      if (slot.used >= slot.limit(nowNanos)) {
        return false;
      }
    }
    return true;
  }

  static void use(List<Slot> path) {
    path.forEach(slot -> slot.used++);
  }

  static void free(List<Slot> path) {
    path.forEach(slot -> slot.used--);
  }

  /**
   * Sets which channels are contended, by channel's number. With 0 contenders others want what is
   * idle here and lack no share.
   */
  public void contended(Map<Integer, Integer> contenders) {
    for (Slot slot : byPath.values()) {
      Integer nodes = contenders.get(slot.id);
      slot.contenders = nodes == null ? 0 : nodes;
      slot.share = nodes == null ? Integer.MAX_VALUE : slot.capacity / Math.max(1, nodes);
    }
  }

  /** Sets what is held to what the rows say. */
  public void correct(Map<Integer, Integer> heldByRows) {
    for (Slot slot : byPath.values()) {
      slot.held = heldByRows.getOrDefault(slot.id, 0);
    }
  }

  /**
   * What should go back now, by channel's number, ascending by path.
   *
   * @param hungry channels for which work waits here
   * @param claimed channels of jobs that are claimed in turn and do not run: without their slots
   *     another node would take up the next
   */
  public Map<Integer, Integer> excess(
      Collection<ChannelPath> hungry, Collection<ChannelPath> claimed, long nowNanos) {
    Map<Integer, Integer> excess = new java.util.LinkedHashMap<>();
    for (Slot slot : byPath.values()) {
      int keep = slot.capacity;
      if (slot.isContended()) {
        boolean isHungry = hungry.stream().anyMatch(path -> path.isWithin(slot.path));
        keep = isHungry ? slot.limit(nowNanos) : 0;
      }
      int inUse = slot.used + (int) claimed.stream().filter(p -> p.isWithin(slot.path)).count();
      int back = slot.held - Math.max(keep, inUse);
      if (back > 0) {
        excess.put(slot.id, back);
      }
    }
    return excess;
  }

  /** All limited channels by number. */
  public Map<Integer, Slot> byId() {
    Map<Integer, Slot> byId = new HashMap<>();
    byPath.values().forEach(slot -> byId.put(slot.id, slot));
    return byId;
  }

  /** Forgets all that is held: the rows of this node are gone. */
  public void clear() {
    for (Slot slot : byPath.values()) {
      slot.held = 0;
      slot.wants = false;
      slot.isWishDoubtful = false;
      slot.share = Integer.MAX_VALUE;
    }
  }
}
