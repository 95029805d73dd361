package io.queuejob.simulation.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Borrowing and giving back. Each transaction locks what it reads, so it happens at one moment. */
public final class SlotStatements {
  private final Rows rows;

  public SlotStatements(Rows rows) {
    this.rows = rows;
  }

  public Map<Integer, Integer> borrow(int node, Map<Integer, Integer> wishes, int most) {
    Map<Integer, Integer> taken = new LinkedHashMap<>();
    if (!rows.isAlive(node)) {
      return taken;
    }
    List<ChannelLine> path =
        wishes.keySet().stream()
            .map(rows.channels::get)
            .sorted(Comparator.comparing((ChannelLine c) -> c.path))
            .toList();
    int jobs = most;
    for (ChannelLine channel : path) {
      int free = Math.max(0, (channel.paused ? 0 : channel.capacity) - channel.held);
      jobs = Math.min(jobs, most - wishes.get(channel.id) + free);
    }
    for (ChannelLine channel : path) {
      int lacking = jobs - (most - wishes.get(channel.id));
      if (lacking > 0) {
        channel.held += lacking;
        rows.nodes.get(node).slot(channel.id).held += lacking;
        taken.put(channel.id, lacking);
      }
    }
    return taken;
  }

  public List<Integer> giveBack(int node, Map<Integer, Integer> slots) {
    List<Integer> given = new ArrayList<>();
    if (!rows.isAlive(node)) {
      return given;
    }
    slots.forEach(
        (channel, n) -> {
          if (unbook(node, channel, n)) {
            rows.channels.get(channel).held -= rows.twin == Twin.SLOT_FREED_TWICE ? 2 * n : n;
            given.add(channel);
          }
        });
    return given;
  }

  private boolean unbook(int node, int channel, int n) {
    NodeRow.SlotRow slot = rows.nodes.get(node).slot(channel);
    if (slot.held < n && rows.twin != Twin.GIVE_BACK_BEYOND_HELD) {
      return false;
    }
    slot.held -= n;
    return true;
  }

  public void want(int node, int channel, boolean wants) {
    rows.nodes.get(node).slot(channel).wants = wants;
  }

  /** In a recovery: frees what a node that is gone holds beyond a number. Returns how much. */
  int freeBeyond(NodeRow node, int channel, int keep) {
    NodeRow.SlotRow slot = node.slot(channel);
    int excess = slot.held - Math.min(slot.held, keep);
    slot.held -= excess;
    rows.channels.get(channel).held -= excess;
    return excess;
  }
}
