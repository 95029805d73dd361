package io.queuejob.simulation.rows;

import io.queuejob.internal.port.protocol.Pulse;
import io.queuejob.internal.port.protocol.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Joining, the heartbeat, and published runs. */
public final class PulseStatements {
  private static final long YOUNG_NANOS = 2_000_000_000L;

  private final Rows rows;

  public PulseStatements(Rows rows) {
    this.rows = rows;
  }

  public int join(long lockKey) {
    for (NodeRow node : rows.nodes.values()) {
      if (node.lockKey == lockKey) {
        return node.id;
      }
    }
    int id = rows.nodes.size() + 1;
    rows.nodes.put(id, new NodeRow(id, lockKey, rows.now.getAsLong()));
    return id;
  }

  public Pulse beat(int id, List<Integer> functions) {
    NodeRow me = rows.nodes.get(id);
    boolean locked = rows.advisoryLocks.contains(me.lockKey);
    if (me.alive) {
      me.heartbeat = rows.now.getAsLong();
    }
    Pulse.Member member =
        !me.alive ? Pulse.Member.GONE : locked ? Pulse.Member.CONFIRMED : Pulse.Member.UNLOCKED;
    if (rows.twin == Twin.STALE_MEMBERSHIP_TRUSTED) {
      member = Pulse.Member.CONFIRMED;
    }
    Set<Pulse.Kind> work = promote();
    for (JobRow job : rows.jobs.values()) {
      if (job.waits && functions.contains(job.function)) {
        work.add(new Pulse.Kind(job.function, job.channel));
      }
    }
    return new Pulse(
        member,
        Instant.EPOCH.plusNanos(rows.now.getAsLong()),
        rows.configuration,
        work,
        others(id),
        holdings(me),
        contended(id),
        cancels(id),
        false,
        false);
  }

  private Set<Pulse.Kind> promote() {
    Set<Pulse.Kind> promoted = new LinkedHashSet<>();
    for (JobRow job : rows.jobs.values()) {
      if (job.due >= 0
          && job.due <= rows.now.getAsLong()
          && job.lock == null
          && job.state == JobRow.State.PENDING) {
        job.due = -1;
        job.waits = true;
        promoted.add(new Pulse.Kind(job.function, job.channel));
      }
    }
    return promoted;
  }

  private Pulse.Others others(int me) {
    List<Integer> unlocked = new ArrayList<>();
    List<Integer> leftBehind = new ArrayList<>();
    Map<Long, Long> heartbeats = new HashMap<>();
    for (NodeRow node : rows.nodes.values()) {
      if (node.id != me && node.alive) {
        heartbeats.put((long) node.id, node.heartbeat / 1000);
        if (!rows.advisoryLocks.contains(node.lockKey) || isOld(node)) {
          unlocked.add(node.id);
        }
      } else if (node.id != me
          && (!node.slots.isEmpty()
              || rows.claims.values().stream().anyMatch(c -> c.node() == node.id))) {
        leftBehind.add(node.id);
      }
    }
    return new Pulse.Others(heartbeats.size(), unlocked, leftBehind, heartbeats);
  }

  private boolean isOld(NodeRow node) {
    return rows.twin == Twin.RECOVERY_BY_AGE && rows.now.getAsLong() - node.heartbeat > YOUNG_NANOS;
  }

  private Pulse.Holdings holdings(NodeRow me) {
    Map<Integer, Integer> slots = new HashMap<>();
    me.slots.forEach((channel, slot) -> slots.put(channel, slot.held));
    Set<Long> tokens = new HashSet<>();
    rows.claims.values().stream()
        .filter(claim -> claim.node() == me.id)
        .forEach(claim -> tokens.add(claim.token()));
    return new Pulse.Holdings(slots, tokens);
  }

  private Map<Integer, Integer> contended(int me) {
    Map<Integer, Integer> contended = new HashMap<>();
    for (ChannelLine channel : rows.channels.values()) {
      List<NodeRow> contenders =
          rows.nodes.values().stream()
              .filter(n -> n.alive && n.slots.containsKey(channel.id))
              .filter(n -> n.held(channel.id) > 0 || n.slot(channel.id).wants)
              .toList();
      OptionalInt least =
          contenders.stream()
              .filter(n -> n.id != me && n.slot(channel.id).wants)
              .mapToInt(n -> n.held(channel.id))
              .min();
      boolean over = channel.held > channel.capacity && !contenders.isEmpty();
      if (over || least.isPresent()) {
        int share = Math.max(1, channel.capacity / contenders.size());
        boolean lacks = least.isPresent() && least.getAsInt() < share;
        contended.put(channel.id, over || lacks ? contenders.size() : 0);
      }
    }
    return contended;
  }

  private Map<Long, Long> cancels(int me) {
    Map<Long, Long> cancels = new HashMap<>();
    rows.runs.forEach(
        (job, run) -> {
          if (run.node == me && run.cancelRequested) {
            cancels.put(job, run.token);
          }
        });
    return cancels;
  }

  public void publish(int node, List<Runs.Run> published) {
    published.forEach(run -> show(run.jobId(), run.token(), node));
  }

  /** A run is shown to have started. */
  public void show(long job, long token, int node) {
    Rows.RunRow old = rows.runs.get(job);
    if (old == null || old.token != token) {
      old = new Rows.RunRow(token, node);
      rows.runs.put(job, old);
    }
    old.started = true;
  }

  public void forget(List<Runs.Run> over) {
    for (Runs.Run run : over) {
      Rows.RunRow row = rows.runs.get(run.jobId());
      if (row != null && row.token == run.token()) {
        rows.runs.remove(run.jobId());
      }
    }
  }
}
