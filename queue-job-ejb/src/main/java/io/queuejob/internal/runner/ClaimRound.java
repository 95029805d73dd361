package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.channel.ClaimPlan;
import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.channel.ClaimPlan.Room;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.runner.local.Dispatcher;
import io.queuejob.internal.runner.local.RunningJob;
import io.queuejob.internal.runner.local.Slots;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Looks at what may be waiting, plans, and claims; used by the runner's thread alone. */
final class ClaimRound {
  /** Run time that may be claimed ahead of a free slot. */
  static final long AHEAD_NANOS = 100_000_000L;

  /** Most jobs of one claim. */
  static final int MOST = 500;

  private final Dispatcher dispatcher;
  private final Backlog backlog;
  private final ClaimBook book;
  private final Claims store;

  ClaimRound(Dispatcher dispatcher, Backlog backlog, ClaimBook book, Claims store) {
    this.dispatcher = dispatcher;
    this.backlog = backlog;
    this.book = book;
    this.store = store;
  }

  /** Claims once; returns whether another round may find more. */
  boolean claim(int node, List<Kind> kinds, long nowNanos) {
    Situation now = dispatcher.inspect(inside -> situation(inside, nowNanos));
    long mark = backlog.mark();
    Map<Kind, Integer> plan = plan(kinds, now, mark);
    int planned = plan.values().stream().mapToInt(Integer::intValue).sum();
    if (planned == 0 || (!now.hasFreeSlot(plan.keySet()) && planned < now.queued())) {
      dispatcher.tellWhenFewer((planned + now.queued()) / 2);
      return false;
    }
    List<Want> wants =
        plan.entrySet().stream()
            .map(e -> new Want(e.getKey().functionId(), e.getKey().channel(), e.getValue()))
            .toList();
    List<ClaimedJob> jobs = take(node, wants);
    noteDrained(plan, jobs, mark);
    dispatcher.offer(jobs, (now.queued() + jobs.size()) / 2);
    return !jobs.isEmpty() && !backlog.isEmpty();
  }

  private List<ClaimedJob> take(int node, List<Want> wants) {
    long token = book.newToken(node);
    List<Long> over = book.drainOver();
    try {
      List<ClaimedJob> jobs = store.claim(node, token, wants, over);
      book.taken(token, jobs);
      return jobs;
    } catch (RuntimeException e) {
      book.doubtful(token, over);
      throw e;
    }
  }

  private Map<Kind, Integer> plan(List<Kind> kinds, Situation now, long mark) {
    if (kinds.size() == 1) {
      Kind only = kinds.get(0);
      int most = most(only, now);
      return most == 0 ? Map.of() : Map.of(only, most);
    }
    List<Want> looks = kinds.stream().map(k -> look(k, now)).filter(w -> w.jobs() > 0).toList();
    if (looks.isEmpty()) {
      return Map.of();
    }
    List<ClaimPlan.Candidate> heads =
        store.peek(looks).stream()
            .map(h -> new ClaimPlan.Candidate(h.functionId(), h.channel(), h.order()))
            .toList();
    Set<Kind> empty = new HashSet<>();
    looks.forEach(w -> empty.add(new Kind(w.functionId(), w.channel())));
    heads.forEach(h -> empty.remove(new Kind(h.functionId(), h.channel())));
    backlog.drained(empty, mark);
    return ClaimPlan.decide(now.tree(), now.rooms(), MOST, dispatcher.runTimes(), heads);
  }

  private Want look(Kind kind, Situation now) {
    return new Want(kind.functionId(), kind.channel(), most(kind, now));
  }

  private int most(Kind kind, Situation now) {
    long nanos = dispatcher.runTimes().nanos(kind.functionId());
    return ClaimPlan.most(now.tree(), now.rooms(), MOST, kind, nanos);
  }

  private void noteDrained(Map<Kind, Integer> plan, List<ClaimedJob> jobs, long mark) {
    Map<Kind, Integer> got = new HashMap<>();
    jobs.forEach(j -> got.merge(new Kind(j.functionId(), j.channel()), 1, Integer::sum));
    Set<Kind> empty = new HashSet<>();
    plan.forEach(
        (kind, wanted) -> {
          if (got.getOrDefault(kind, 0) < wanted) {
            empty.add(kind);
          }
        });
    backlog.drained(empty, mark);
  }

  /**
   * What this node has room for at one moment.
   *
   * @param tree channels in force
   * @param rooms room of each limited channel, and of the node
   * @param queued jobs claimed and not started
   */
  record Situation(ChannelTree tree, Map<ChannelPath, Room> rooms, int queued) {

    boolean hasFreeSlot(Set<Kind> kinds) {
      return kinds.stream()
          .anyMatch(
              kind ->
                  ClaimPlan.needs(tree, kind.channel()).stream()
                      .allMatch(path -> rooms.containsKey(path) && rooms.get(path).slots() > 0));
    }
  }

  private Situation situation(Dispatcher.Inside inside, long nowNanos) {
    Map<ChannelPath, Room> rooms = new HashMap<>();
    int free = dispatcher.maxRunning() - inside.running().size();
    rooms.put(
        ClaimPlan.NODE,
        room(inside, path -> true, free, new Limit(dispatcher.maxRunning(), nowNanos)));
    for (Slots.Slot slot : inside.slots().all()) {
      Limit limit = new Limit(slot.limit(nowNanos), nowNanos);
      rooms.put(
          slot.path,
          room(inside, path -> path.isWithin(slot.path), limit.jobs() - slot.used, limit));
    }
    return new Situation(
        inside.tree(), rooms, inside.queued().values().stream().mapToInt(n -> n).sum());
  }

  private record Limit(int jobs, long nowNanos) {}

  private Room room(
      Dispatcher.Inside inside, Predicate<ChannelPath> within, int free, Limit limit) {
    int queued = 0;
    long queuedNanos = 0;
    for (Map.Entry<Kind, Integer> entry : inside.queued().entrySet()) {
      if (within.test(entry.getKey().channel())) {
        int jobs = entry.getValue();
        queued += jobs;
        queuedNanos += jobs * Math.max(0, dispatcher.runTimes().nanos(entry.getKey().functionId()));
      }
    }
    int quick = limit.jobs();
    for (RunningJob run : inside.running()) {
      if (within.test(run.job().channel()) && isLong(dispatcher, run, limit.nowNanos())) {
        quick--;
      }
    }
    long ahead = Math.max(0, AHEAD_NANOS * Math.max(0, quick) - queuedNanos);
    return new Room(Math.max(0, free - queued), ahead);
  }

  /** Whether nobody can say that a run will soon be over. */
  static boolean isLong(Dispatcher dispatcher, RunningJob run, long nowNanos) {
    return dispatcher.runTimes().nanos(run.job().functionId()) < 0
        || nowNanos - run.startedNanos() > AHEAD_NANOS;
  }
}
