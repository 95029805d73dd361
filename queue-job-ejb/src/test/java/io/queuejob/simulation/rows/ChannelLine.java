package io.queuejob.simulation.rows;

import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.Pace;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.config.ChannelStore.ChannelRow;
import java.util.ArrayDeque;
import java.util.Deque;

/** A row of {@code channel}, and which capacities were in force when. */
public final class ChannelLine {
  public final int id;
  public final ChannelPath path;
  public int capacity;
  public boolean paused;
  public int held;
  private final Deque<long[]> inForce = new ArrayDeque<>();

  ChannelLine(int id, ChannelPath path, int capacity) {
    this.id = id;
    this.path = path;
    this.capacity = capacity;
    inForce.add(new long[] {0, capacity});
  }

  /** A person changes it. */
  void change(int newCapacity, boolean isPaused, long now) {
    capacity = newCapacity;
    paused = isPaused;
    inForce.addLast(new long[] {now, isPaused ? 0 : newCapacity});
  }

  /** The largest capacity that was in force since a moment. */
  public int mostSince(long moment) {
    int most = 0;
    for (var at = inForce.descendingIterator(); at.hasNext(); ) {
      long[] change = at.next();
      most = Math.max(most, (int) change[1]);
      if (change[0] <= moment) {
        break;
      }
    }
    return most;
  }

  ChannelRow row() {
    return new ChannelRow(id, new ChannelSpec(path, capacity, paused, null, Pace.NONE), held);
  }
}
