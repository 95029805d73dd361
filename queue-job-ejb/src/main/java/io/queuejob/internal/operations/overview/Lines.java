package io.queuejob.internal.operations.overview;

import io.queuejob.admin.overview.Load;
import io.queuejob.internal.storage.overview.NowQueries.Held;
import io.queuejob.internal.storage.overview.NowQueries.Kind;
import io.queuejob.internal.storage.overview.SumQueries;
import io.queuejob.internal.storage.overview.Tallied;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What channels and functions do: sums of the past joined with what waits and runs now. */
final class Lines {
  private static final Comparator<Load> BUSIEST =
      Comparator.comparingLong((Load load) -> load.ended().runs())
          .thenComparingLong(load -> load.now().waiting().number())
          .thenComparingLong(load -> load.now().running())
          .reversed()
          .thenComparing(Load::name);

  private final Standing standing;
  private final List<Instant> begins;
  private final Duration step;

  /** A function by its names. */
  private record Named(String application, String name) {}

  Lines(Standing standing, List<Instant> begins, Duration step) {
    this.standing = standing;
    this.begins = begins;
    this.step = step;
  }

  /** Channels, each with all below it. */
  List<Load> channels(List<SumQueries.Line> lines, int most) {
    Set<String> paths = new TreeSet<>(standing.paths());
    lines.forEach(line -> paths.add(line.name()));
    return paths.stream().map(path -> channel(path, lines)).sorted(BUSIEST).limit(most).toList();
  }

  private Load channel(String path, List<SumQueries.Line> lines) {
    List<SumQueries.Line> below =
        lines.stream().filter(line -> Standing.isWithin(line.name(), path)).toList();
    Tallied sums = below.stream().map(SumQueries.Line::sums).reduce(Tallied.NONE, Tallied::plus);
    Integer capacity = standing.capacity(path);
    return new Load(
        path,
        null,
        Summary.of(sums),
        trend(below),
        new Load.Now(
            standing.waiting(path),
            standing.since(path),
            standing.running(path),
            capacity,
            standing.isPaused(path),
            capacity == null || capacity == 0 ? null : busy(sums, capacity)));
  }

  private double busy(Tallied sums, int capacity) {
    double possible = (double) step.toMillis() * begins.size() * capacity;
    return Math.min(1, sums.runMillis() / possible);
  }

  private List<Long> trend(List<SumQueries.Line> lines) {
    return begins.stream()
        .map(begin -> lines.stream().mapToLong(l -> l.runs().getOrDefault(begin, 0L)).sum())
        .toList();
  }

  /** Functions of all applications. */
  List<Load> functions(List<SumQueries.Line> lines, int most) {
    Map<Named, SumQueries.Line> known = new HashMap<>();
    lines.forEach(line -> known.put(new Named(line.application(), line.name()), line));
    Set<Named> names =
        Stream.of(
                known.keySet().stream(),
                standing.kinds().stream().map(k -> new Named(k.application(), k.function())),
                standing.held().stream().map(h -> new Named(h.application(), h.function())))
            .flatMap(Function.identity())
            .filter(named -> named.name() != null)
            .collect(Collectors.toSet());
    return names.stream()
        .map(named -> function(named, known.get(named)))
        .sorted(BUSIEST)
        .limit(most)
        .toList();
  }

  private Load function(Named named, SumQueries.Line line) {
    Predicate<Kind> waits = k -> isOf(named, k.application(), k.function());
    Predicate<Held> runs = h -> isOf(named, h.application(), h.function());
    return new Load(
        named.name(),
        named.application(),
        Summary.of(line == null ? Tallied.NONE : line.sums()),
        trend(Stream.ofNullable(line).toList()),
        new Load.Now(
            standing.waiting(waits),
            standing.since(waits),
            standing.running(runs),
            null,
            false,
            null));
  }

  private static boolean isOf(Named named, String application, String function) {
    return Objects.equals(named.application(), application) && named.name().equals(function);
  }
}
