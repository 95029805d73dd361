package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Borrowing;
import io.queuejob.internal.port.protocol.Claims;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.runner.local.Dispatcher;
import io.queuejob.internal.runner.local.Need;
import io.queuejob.internal.runner.local.Slots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Borrows slots that waiting jobs need and gives back what others need more; the runner's thread.
 */
final class SlotRound {
  /** How long work must have waited before this node asks others for slots. */
  static final Duration PATIENCE = Duration.ofMillis(50);

  private static final long RETRY_NANOS = 1_000_000_000L;

  private final Dispatcher dispatcher;
  private final Backlog backlog;
  private final Borrowing slots;
  private final Claims claims;
  private final Map<ChannelPath, Long> notBefore = new HashMap<>();
  private final AtomicInteger losses = new AtomicInteger();
  private volatile boolean doubtful;
  private final AtomicLong version = new AtomicLong();

  SlotRound(Dispatcher dispatcher, Backlog backlog, Borrowing slots, Claims claims) {
    this.dispatcher = dispatcher;
    this.backlog = backlog;
    this.slots = slots;
    this.claims = claims;
  }

  /**
   * Counts begins and ends of borrowings and givings back: odd while one is under way, and while
   * one whose reply was lost may still come about.
   */
  long version() {
    return doubtful ? -1 : version.get();
  }

  /**
   * After a lost reply: once the session answers again, nothing that it was sent before can come
   * about any more.
   */
  void settle() {
    if (doubtful) {
      claims.peek(List.of());
      doubtful = false;
    }
  }

  /** The identity is lost: a borrowing under way is its, not of the next. */
  void lost() {
    losses.incrementAndGet();
  }

  /** Slots changed somewhere: a borrowing that failed may succeed now. */
  void forgetFailures() {
    notBefore.clear();
  }

  /** Borrows for these kinds of work; returns whether others should be told of a new wish. */
  boolean borrow(int node, List<Kind> kinds, long nowNanos) {
    boolean wished = false;
    for (ChannelPath channel : kinds.stream().map(Kind::channel).collect(Collectors.toSet())) {
      if (nowNanos - notBefore.getOrDefault(channel, nowNanos) >= 0) {
        wished |= borrowAlong(node, channel, kinds, nowNanos);
      }
    }
    return wished;
  }

  private boolean borrowAlong(int node, ChannelPath channel, List<Kind> kinds, long nowNanos) {
    Need need = dispatcher.inspect(inside -> Need.of(inside, channel, dispatcher.maxRunning()));
    if (need.lacking().isEmpty()
        || need.path().stream()
            .anyMatch(s -> need.lacking().containsKey(s.id) && s.rests(nowNanos))) {
      return false;
    }
    Map<Integer, Integer> got = borrow(node, need, nowNanos);
    if (got.equals(need.lacking())) {
      return false;
    }
    long waited =
        kinds.stream()
            .filter(k -> k.channel().equals(channel))
            .mapToLong(k -> nowNanos - backlog.sinceNanos(k, nowNanos))
            .max()
            .orElse(0);
    if (waited < PATIENCE.toNanos()) {
      return false;
    }
    notBefore.put(channel, nowNanos + RETRY_NANOS);
    return stillWaits(channel, kinds) && want(node, need.path(), true);
  }

  private Map<Integer, Integer> borrow(int node, Need need, long nowNanos) {
    version.incrementAndGet();
    try {
      int before = losses.get();
      Map<Integer, Integer> got = slots.borrow(node, need.lacking(), need.jobs());
      dispatcher.inspect(inside -> losses.get() == before ? book(inside, got, nowNanos) : null);
      return got;
    } catch (RuntimeException e) {
      doubtful = true;
      throw e;
    } finally {
      version.incrementAndGet();
    }
  }

  private static Void book(Dispatcher.Inside inside, Map<Integer, Integer> got, long nowNanos) {
    Map<Integer, Slots.Slot> byId = inside.slots().byId();
    got.forEach(
        (id, n) -> {
          Slots.Slot slot = byId.get(id);
          slot.held += n;
          slot.borrowedNanos = nowNanos;
        });
    return null;
  }

  private boolean stillWaits(ChannelPath channel, List<Kind> kinds) {
    long mark = backlog.mark();
    List<Want> looks =
        kinds.stream()
            .filter(k -> k.channel().equals(channel))
            .map(k -> new Want(k.functionId(), channel, 1))
            .toList();
    boolean waits = !claims.peek(looks).isEmpty();
    if (!waits) {
      backlog.drained(
          looks.stream().map(w -> new Kind(w.functionId(), channel)).collect(Collectors.toSet()),
          mark);
    }
    return waits;
  }

  private boolean want(int node, List<Slots.Slot> path, boolean wants) {
    boolean changed = false;
    for (Slots.Slot slot : path) {
      if (slot.wants != wants || slot.isWishDoubtful) {
        slot.isWishDoubtful = true; // until the reply is there
        slots.want(node, slot.id, wants);
        slot.isWishDoubtful = false;
        slot.wants = wants;
        changed = true;
      }
    }
    return changed;
  }

  /** Gives back what others need more; returns whether others should be told. */
  boolean giveBack(
      int node, Collection<ChannelPath> hungry, List<ClaimedJob> returning, long nowNanos) {
    endWishes(node, hungry);
    if (dispatcher.inspect(i -> excess(i, hungry, returning, nowNanos).isEmpty())) {
      return false;
    }
    version.incrementAndGet();
    try {
      Map<Integer, Integer> excess =
          dispatcher.inspect(
              inside -> {
                Map<Integer, Integer> back = excess(inside, hungry, returning, nowNanos);
                take(inside.slots(), back, hungry, nowNanos);
                return back;
              });
      slots.giveBack(node, excess);
      return !excess.isEmpty();
    } catch (RuntimeException e) {
      doubtful = true;
      throw e;
    } finally {
      version.incrementAndGet();
    }
  }

  /**
   * Takes jobs out of the queue whose channel's last slot is about to be handed over: they are to
   * wait again first, so that the next holder begins with them.
   */
  List<ClaimedJob> takeStranded(
      Collection<ChannelPath> hungry, List<ClaimedJob> returning, long nowNanos) {
    List<ChannelPath> given =
        dispatcher.inspect(
            inside -> {
              Map<Integer, Integer> back = excess(inside, hungry, returning, nowNanos);
              return inside.slots().all().stream()
                  .filter(s -> s.held > 0 && back.getOrDefault(s.id, 0) == s.held)
                  .map(s -> s.path)
                  .toList();
            });
    return given.isEmpty()
        ? List.of()
        : dispatcher.takeQueued(path -> given.stream().anyMatch(path::isWithin));
  }

  private static Map<Integer, Integer> excess(
      Dispatcher.Inside inside,
      Collection<ChannelPath> hungry,
      List<ClaimedJob> returning,
      long nowNanos) {
    List<ChannelPath> claimed = new ArrayList<>();
    inside.queued().forEach((kind, n) -> claimed.addAll(Collections.nCopies(n, kind.channel())));
    returning.forEach(job -> claimed.add(job.channel()));
    claimed.removeIf(path -> !inside.tree().isSequential(path));
    return inside.slots().excess(hungry, claimed, nowNanos);
  }

  private void take(
      Slots slots, Map<Integer, Integer> back, Collection<ChannelPath> hungry, long nowNanos) {
    Map<Integer, Slots.Slot> byId = slots.byId();
    back.forEach(
        (id, n) -> {
          Slots.Slot slot = byId.get(id);
          slot.held -= n;
          if (slot.share == 0 && hungry.stream().anyMatch(path -> path.isWithin(slot.path))) {
            slot.handOver(nowNanos);
          }
        });
  }

  private void endWishes(int node, Collection<ChannelPath> hungry) {
    List<Slots.Slot> over =
        dispatcher.inspect(
            inside ->
                inside.slots().all().stream()
                    .filter(
                        s ->
                            (s.wants || s.isWishDoubtful)
                                && (s.held >= dispatcher.maxRunning()
                                    || hungry.stream().noneMatch(p -> p.isWithin(s.path))))
                    .toList());
    want(node, over, false);
  }

  /** Channels for which work may wait here that is not held up by long runs all over the node. */
  Set<ChannelPath> hungry(List<Kind> kinds, long nowNanos) {
    long since = nowNanos - ClaimRound.AHEAD_NANOS;
    boolean full =
        dispatcher.running().stream().filter(run -> run.startedNanos() - since < 0).count()
            >= dispatcher.maxRunning();
    return full ? Set.of() : kinds.stream().map(Kind::channel).collect(Collectors.toSet());
  }
}
