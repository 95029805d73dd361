package io.queuejob.internal.operations.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Attention.PausedChannel;
import io.queuejob.admin.overview.Attention.Stranded;
import io.queuejob.internal.storage.overview.NowQueries;
import io.queuejob.internal.storage.overview.NowQueries.Channel;
import io.queuejob.internal.storage.overview.NowQueries.Held;
import io.queuejob.internal.storage.overview.NowQueries.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How things stand: what waits and runs where. Channels are meant with all below them. */
final class Standing {
  private final List<Kind> kinds;
  private final List<Held> held;
  private final List<Channel> channels;

  Standing(List<Kind> kinds, List<Held> held, List<Channel> channels) {
    this.kinds = kinds;
    this.held = held;
    this.channels = channels;
  }

  /** Whether all kinds of waiting jobs are known. */
  boolean isWhole() {
    return kinds.size() < NowQueries.MOST_KINDS;
  }

  static boolean isWithin(String channel, String path) {
    return (channel + ".").startsWith(path + ".");
  }

  Amount waiting(String path) {
    return waiting(kind -> isWithin(kind.channel(), path));
  }

  Amount waiting(Predicate<Kind> wanted) {
    return kinds.stream().filter(wanted).map(Kind::jobs).reduce(Amount.of(0), Amount::plus);
  }

  /** Since when the first waits; null if none waits. */
  Instant since(String path) {
    return since(kind -> isWithin(kind.channel(), path));
  }

  Instant since(Predicate<Kind> wanted) {
    return kinds.stream()
        .filter(wanted)
        .map(Kind::since)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  long running(String path) {
    return running((Held one) -> isWithin(one.channel(), path));
  }

  long running(Predicate<Held> wanted) {
    return held.stream().filter(wanted).mapToLong(Held::jobs).sum();
  }

  Integer capacity(String path) {
    return channels.stream()
        .filter(c -> c.path().equals(path))
        .map(Channel::capacity)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether it or one above it is paused. */
  boolean isPaused(String path) {
    return channels.stream().anyMatch(c -> c.paused() && isWithin(path, c.path()));
  }

  /** Paths of all channels that have jobs or a row. */
  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    channels.forEach(c -> paths.add(c.path()));
    kinds.forEach(k -> paths.add(k.channel()));
    held.forEach(h -> paths.add(h.channel()));
    return paths;
  }

  List<Kind> kinds() {
    return kinds;
  }

  List<Held> held() {
    return held;
  }

  /** Waiting jobs that no node can run, the most first. */
  Stream<Stranded> stranded() {
    return kinds.stream()
        .filter(kind -> !kind.runnable())
        .sorted(Comparator.comparingLong((Kind kind) -> kind.jobs().number()).reversed())
        .map(k -> new Stranded(k.application(), k.function(), k.channel(), k.jobs(), k.since()));
  }

  /** Paused channels with waiting jobs, the topmost of each branch. */
  Stream<PausedChannel> paused() {
    return channels.stream()
        .filter(Channel::paused)
        .filter(c -> channels.stream().noneMatch(above -> isPausedAbove(above, c)))
        .map(c -> new PausedChannel(c.path(), waiting(c.path()), since(c.path()), c.changedBy()))
        .filter(c -> c.jobs().number() > 0)
        .sorted(Comparator.comparingLong((PausedChannel c) -> c.jobs().number()).reversed());
  }

  private static boolean isPausedAbove(Channel above, Channel channel) {
    return above.paused()
        && !above.path().equals(channel.path())
        && isWithin(channel.path(), above.path());
  }
}
