package io.queuejob.internal.runner.local;

import io.queuejob.internal.job.ChannelPath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a channel's jobs need.
 *
 * @param jobs how many more could run here
 * @param lacking slots lacking for them, by channel's number, ascending by path
 * @param path the limited channels on the path
 */
public record Need(int jobs, Map<Integer, Integer> lacking, List<Slots.Slot> path) {

  /**
   * What the jobs of a channel need now.
   *
   * @param maxRunning most jobs at once on this node: it needs no slots for more
   */
  public static Need of(Dispatcher.Inside inside, ChannelPath channel, int maxRunning) {
    List<Slots.Slot> path = inside.slots().along(inside.tree().branch(channel));
    Map<Slots.Slot, Integer> taken = new HashMap<>();
    int room = maxRunning - inside.running().size();
    int jobs = room;
    for (Slots.Slot slot : path) {
      int queued = queuedWithin(inside, slot.path);
      int inUse = Math.min(slot.used + queued, Math.max(slot.used, slot.held));
      taken.put(slot, inUse);
      jobs = Math.min(jobs, Math.min(slot.target() - inUse, room - (inUse - slot.used)));
    }
    Map<Integer, Integer> lacking = new LinkedHashMap<>();
    for (Slots.Slot slot : path) {
      int lack = jobs - (slot.held - taken.get(slot));
      if (jobs > 0 && lack > 0) {
        lacking.put(slot.id, lack);
      }
    }
    return new Need(jobs, lacking, path);
  }

  private static int queuedWithin(Dispatcher.Inside inside, ChannelPath path) {
    return inside.queued().entrySet().stream()
        .filter(e -> e.getKey().channel().isWithin(path))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
