package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.channel.ClaimPlan;
import io.queuejob.internal.channel.ClaimPlan.Candidate;
import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.channel.ClaimPlan.Room;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.port.protocol.PacedClaims;
import io.queuejob.internal.port.protocol.PacedClaims.Taken;
import io.queuejob.internal.port.protocol.PacedClaims.Turn;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.runner.local.Dispatcher;
import io.queuejob.internal.runner.local.Slots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Claims one job at a time in channels that are sequential, throttled or rated; the runner's
 * thread. Among them, and beside the jobs of other channels, the best one whose whole path has room
 * comes first. What may not start yet is not asked for again before it may.
 */
final class PacedRound {
  private final Dispatcher dispatcher;
  private final Backlog backlog;
  private final ClaimBook book;
  private final Stores stores;
  private final Supplier<Set<Integer>> runnable;
  private final Map<ChannelPath, Long> notBefore = new HashMap<>();

  /**
   * Where jobs are looked at and taken.
   *
   * @param claims looks at heads
   * @param paced takes one
   */
  record Stores(Claims claims, PacedClaims paced) {}

  PacedRound(
      Dispatcher dispatcher,
      Backlog backlog,
      ClaimBook book,
      Stores stores,
      Supplier<Set<Integer>> runnable) {
    this.dispatcher = dispatcher;
    this.backlog = backlog;
    this.book = book;
    this.stores = stores;
    this.runnable = runnable;
  }

  /** Something changed: a channel that was held up may go on. */
  void lookAgain() {
    notBefore.clear();
  }

  /** Kinds whose jobs may start as slots allow. */
  List<Kind> free(List<Kind> kinds) {
    ChannelTree tree = dispatcher.inspect(Dispatcher.Inside::tree);
    return kinds.stream().filter(k -> tree.paced(k.channel()).isEmpty()).toList();
  }

  /** Kinds for which slots are worth having now: those that are not held up. */
  List<Kind> ready(List<Kind> kinds, long nowNanos) {
    ChannelTree tree = dispatcher.inspect(Dispatcher.Inside::tree);
    return kinds.stream().filter(k -> isReady(tree, k.channel(), nowNanos)).toList();
  }

  private boolean isReady(ChannelTree tree, ChannelPath channel, long nowNanos) {
    return tree.paced(channel).stream()
        .map(spec -> notBefore.get(spec.path()))
        .allMatch(from -> from == null || nowNanos - from >= 0);
  }

  /** The channel whose jobs take turns: the outermost sequential one, else the channel itself. */
  private static ChannelPath turnOf(ChannelTree tree, ChannelPath channel) {
    return tree.paced(channel).stream()
        .filter(spec -> spec.pace().sequential())
        .map(ChannelSpec::path)
        .findFirst()
        .orElse(channel);
  }

  /** Claims as many as may start now and come before what waits in channels that are free. */
  void claim(int node, List<Kind> kinds, long nowNanos) {
    claimAll(node, kinds, new Moment(nowNanos, false));
  }

  /** Claims as many as the slots allow that all others left. */
  void claimLeft(int node, List<Kind> kinds, long nowNanos) {
    List<Kind> paced = new ArrayList<>(kinds);
    paced.removeAll(free(kinds));
    claimAll(node, paced, new Moment(nowNanos, true));
  }

  /**
   * When, and with what.
   *
   * @param nanos now
   * @param left whether only slots count that nobody else is to use
   */
  private record Moment(long nanos, boolean left) {}

  private void claimAll(int node, List<Kind> kinds, Moment now) {
    Set<ChannelPath> tried = new HashSet<>();
    boolean more = true;
    while (more) {
      Field field = dispatcher.inspect(inside -> field(inside, kinds, tried, now));
      more = false;
      List<Kind> next = field.open().isEmpty() ? List.of() : inOrder(kinds, field);
      for (int i = 0; i < next.size() && !more; i++) {
        ChannelPath channel = next.get(i).channel();
        if (!isReady(field.tree(), channel, now.nanos())) {
          continue; // one before it found a channel above both closed, and keeps its place
        }
        ChannelPath turn = turnOf(field.tree(), channel);
        more = claimOne(node, turn, field, now);
        if (!more) {
          tried.add(turn);
        }
      }
    }
  }

  /**
   * Where jobs may be claimed.
   *
   * @param open channels in which they may, each with the numbers of those that count its starts
   * @param rooms of all limited channels and of the node
   * @param turns kinds by the channel whose jobs take turns, with those that may not start
   */
  private record Field(
      ChannelTree tree,
      Map<ChannelPath, List<Integer>> open,
      Map<ChannelPath, Room> rooms,
      Map<ChannelPath, List<Kind>> turns) {}

  private Field field(
      Dispatcher.Inside inside, List<Kind> kinds, Set<ChannelPath> tried, Moment now) {
    ChannelTree tree = inside.tree();
    Map<ChannelPath, List<Integer>> open = new HashMap<>();
    Map<ChannelPath, List<Kind>> turns = new HashMap<>();
    Map<ChannelPath, Room> rooms = rooms(inside, now);
    for (Kind kind : kinds) {
      ChannelPath channel = kind.channel();
      ChannelPath turn = turnOf(tree, channel);
      if (tree.paced(channel).isEmpty() || tried.contains(turn)) {
        continue;
      }
      turns.computeIfAbsent(turn, t -> new ArrayList<>()).add(kind);
      if (isReady(tree, channel, now.nanos()) && hasRoom(inside, turn, channel, rooms, now)) {
        open.put(channel, metered(inside, channel));
      }
    }
    return new Field(tree, open, rooms, turns);
  }

  private static List<Integer> metered(Dispatcher.Inside inside, ChannelPath channel) {
    return inside.tree().paced(channel).stream()
        .filter(spec -> spec.pace().isMetered())
        .map(spec -> inside.slots().numberOf(spec.path()))
        .toList();
  }

  /**
   * A free slot in the channel itself, one above it that is free or soon will be, and nothing
   * claimed ahead.
   */
  private static boolean hasRoom(
      Dispatcher.Inside inside,
      ChannelPath turn,
      ChannelPath channel,
      Map<ChannelPath, Room> rooms,
      Moment now) {
    boolean queued =
        inside.queued().keySet().stream().anyMatch(kind -> kind.channel().isWithin(turn));
    return !queued
        && !inside.tree().isHalted(channel)
        && ClaimPlan.needs(inside.tree(), channel).stream()
            .allMatch(path -> rooms.containsKey(path) && rooms.get(path).slots() > 0)
        && inside.slots().along(inside.tree().branch(channel)).stream()
            .allMatch(slot -> slot.isOpen(turn, now.nanos()));
  }

  /** Slots that are free or that short runs will free soon; or those only that are left. */
  private Map<ChannelPath, Room> rooms(Dispatcher.Inside inside, Moment now) {
    Map<ChannelPath, Room> rooms = new HashMap<>();
    rooms.put(ClaimPlan.NODE, room(inside, path -> true, dispatcher.maxRunning(), now));
    for (Slots.Slot slot : inside.slots().all()) {
      int limit = slot.limit(now.nanos());
      rooms.put(slot.path, room(inside, path -> path.isWithin(slot.path), limit, now));
    }
    return rooms;
  }

  private Room room(
      Dispatcher.Inside inside, Predicate<ChannelPath> within, int limit, Moment now) {
    long used =
        inside.running().stream()
            .filter(run -> within.test(run.job().channel()))
            .filter(run -> now.left() || ClaimRound.isLong(dispatcher, run, now.nanos()))
            .count();
    int queued =
        inside.queued().entrySet().stream()
            .filter(e -> now.left() && within.test(e.getKey().channel()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new Room((int) Math.max(0, limit - used - queued), 0);
  }

  /** The kinds of one job each that come next, beside those of all others. */
  private List<Kind> inOrder(List<Kind> kinds, Field field) {
    if (kinds.stream().map(Kind::channel).distinct().count() == 1) {
      return kinds.subList(0, 1);
    }
    List<Want> looks =
        kinds.stream()
            .map(k -> new Want(k.functionId(), k.channel(), jobs(k, field)))
            .filter(want -> want.jobs() > 0)
            .toList();
    Set<ChannelPath> begun = new HashSet<>();
    List<Candidate> heads =
        stores.claims().peek(looks).stream()
            .map(h -> new Candidate(h.functionId(), h.channel(), h.order()))
            .filter(h -> isNext(h.channel(), field, begun))
            .toList();
    return ClaimPlan.decide(field.tree(), field.rooms(), ClaimRound.MOST, function -> -1, heads)
        .keySet()
        .stream()
        .filter(kind -> field.open().containsKey(kind.channel()))
        .toList();
  }

  private static int jobs(Kind kind, Field field) {
    return field.tree().paced(kind.channel()).isEmpty()
        ? ClaimPlan.most(field.tree(), field.rooms(), ClaimRound.MOST, kind, -1)
        : field.turns().containsKey(turnOf(field.tree(), kind.channel())) ? 1 : 0;
  }

  /** Of a turn only the first head counts, and only if it may start. */
  private static boolean isNext(ChannelPath channel, Field field, Set<ChannelPath> begun) {
    return field.tree().paced(channel).isEmpty()
        || (begun.add(turnOf(field.tree(), channel)) && field.open().containsKey(channel));
  }

  private boolean claimOne(int node, ChannelPath turn, Field field, Moment now) {
    List<Kind> kinds = field.turns().get(turn);
    long mark = backlog.mark();
    boolean sequential = field.tree().isSequential(turn);
    Taken taken =
        take(
            node,
            new Turn(
                kinds.stream().map(k -> new Want(k.functionId(), k.channel(), 1)).toList(),
                sequential ? turn : null,
                runnable.get(),
                field.open()));
    if (taken.job().isPresent()) {
      dispatcher.offer(List.of(taken.job().get()), 0);
    } else if (taken.closed() != null) {
      notBefore.put(taken.closed(), now.nanos() + taken.delay().toNanos());
    } else {
      backlog.drained(Set.copyOf(kinds), mark);
    }
    return taken.job().isPresent();
  }

  private Taken take(int node, Turn turn) {
    long token = book.newToken(node);
    try {
      Taken taken = stores.paced().claim(node, token, turn);
      List<ClaimedJob> jobs = taken.job().map(List::of).orElse(List.of());
      book.taken(token, jobs);
      return taken;
    } catch (RuntimeException e) {
      book.doubtful(token, List.of());
      throw e;
    }
  }
}
