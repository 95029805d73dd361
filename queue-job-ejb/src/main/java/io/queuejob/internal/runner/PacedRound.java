package io.queuejob.internal.runner;

import io.queuejob.internal.channel.ChannelSpec;
import io.queuejob.internal.channel.ChannelTree;
import io.queuejob.internal.channel.ClaimPlan.Kind;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.PacedClaims;
import io.queuejob.internal.port.protocol.PacedClaims.Taken;
import io.queuejob.internal.port.protocol.PacedClaims.Turn;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.runner.local.Dispatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Claims one job at a time in channels that are sequential, throttled or rated; the runner's
 * thread. What may not start yet is not asked for again before it may.
 */
final class PacedRound {
  private final Dispatcher dispatcher;
  private final Backlog backlog;
  private final ClaimBook book;
  private final PacedClaims claims;
  private final Supplier<Set<Integer>> runnable;
  private final Map<ChannelPath, Long> notBefore = new HashMap<>();

  PacedRound(
      Dispatcher dispatcher,
      Backlog backlog,
      ClaimBook book,
      PacedClaims claims,
      Supplier<Set<Integer>> runnable) {
    this.dispatcher = dispatcher;
    this.backlog = backlog;
    this.book = book;
    this.claims = claims;
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
    return kinds.stream()
        .filter(
            k -> {
              List<ChannelSpec> paced = tree.paced(k.channel());
              return paced.isEmpty() || isOpen(turnOf(k, paced), nowNanos);
            })
        .toList();
  }

  private boolean isOpen(ChannelPath turn, long nowNanos) {
    Long from = notBefore.get(turn);
    return from == null || nowNanos - from >= 0;
  }

  /** The channel whose jobs take turns: the outermost sequential one, else the kind's own. */
  private static ChannelPath turnOf(Kind kind, List<ChannelSpec> paced) {
    return paced.stream()
        .filter(spec -> spec.pace().sequential())
        .map(ChannelSpec::path)
        .findFirst()
        .orElse(kind.channel());
  }

  /**
   * Claims as many as may start now, one after the other.
   *
   * @param kinds those that are {@link #ready}
   */
  void claim(int node, List<Kind> kinds, long nowNanos) {
    ChannelTree tree = dispatcher.inspect(Dispatcher.Inside::tree);
    Map<ChannelPath, List<Kind>> turns = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      List<ChannelSpec> paced = tree.paced(kind.channel());
      if (!paced.isEmpty()) {
        turns.computeIfAbsent(turnOf(kind, paced), t -> new ArrayList<>()).add(kind);
      }
    }
    turns.forEach(
        (turn, members) -> {
          boolean more = true;
          while (more) {
            more = claimOne(node, turn, members, nowNanos);
          }
        });
  }

  private boolean claimOne(int node, ChannelPath turn, List<Kind> kinds, long nowNanos) {
    ChannelPath channel = kinds.get(0).channel();
    List<ChannelSpec> paced = dispatcher.inspect(i -> i.tree().paced(channel));
    boolean room = dispatcher.inspect(inside -> hasRoom(inside, turn, channel, nowNanos));
    if (!room || paced.isEmpty()) {
      return false;
    }
    long mark = backlog.mark();
    Taken taken = take(node, turn(turn, kinds, paced));
    if (taken.job().isEmpty()) {
      if (taken.delay().isZero()) {
        backlog.drained(Set.copyOf(kinds), mark);
      } else {
        notBefore.put(turn, nowNanos + taken.delay().toNanos());
      }
      return false;
    }
    dispatcher.offer(List.of(taken.job().get()), 0);
    return true;
  }

  private Turn turn(ChannelPath turn, List<Kind> kinds, List<ChannelSpec> paced) {
    List<Integer> metered =
        dispatcher.inspect(
            inside ->
                paced.stream()
                    .filter(spec -> spec.pace().isMetered())
                    .map(spec -> inside.slots().numberOf(spec.path()))
                    .toList());
    boolean sequential = dispatcher.inspect(i -> i.tree().isSequential(turn));
    return new Turn(
        kinds.stream().map(k -> new Want(k.functionId(), k.channel(), 1)).toList(),
        sequential ? turn : null,
        runnable.get(),
        metered);
  }

  /** A free slot all along the path, and nothing claimed ahead in the channel itself. */
  private static boolean hasRoom(
      Dispatcher.Inside inside, ChannelPath turn, ChannelPath channel, long nowNanos) {
    boolean queued =
        inside.queued().keySet().stream().anyMatch(kind -> kind.channel().isWithin(turn));
    return !queued
        && !inside.tree().isHalted(channel)
        && inside.slots().along(inside.tree().limits(channel)).stream()
            .allMatch(slot -> slot.isOpen(turn, nowNanos));
  }

  private Taken take(int node, Turn turn) {
    long token = book.newToken(node);
    try {
      Taken taken = claims.claim(node, token, turn);
      List<ClaimedJob> jobs = taken.job().map(List::of).orElse(List.of());
      book.taken(token, jobs);
      return taken;
    } catch (RuntimeException e) {
      book.doubtful(token, List.of());
      throw e;
    }
  }
}
