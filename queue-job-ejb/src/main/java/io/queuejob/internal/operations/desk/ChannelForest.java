package io.queuejob.internal.operations.desk;

import io.queuejob.admin.channel.ChannelLoad;
import io.queuejob.admin.channel.ChannelOrigin;
import io.queuejob.admin.channel.ChannelStatus;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.storage.desk.ChannelReading.Held;
import io.queuejob.internal.storage.desk.ChannelReading.Inside;
import io.queuejob.internal.storage.desk.ChannelReading.Line;
import io.queuejob.internal.storage.desk.ChannelReading.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts rows and counts together: what holds along each path, and sums over each subtree. */
final class ChannelForest {
  /** Parents before children, and each followed by all below it. */
  private static final Comparator<ChannelPath> ORDER =
      Comparator.comparing(path -> path.text().replace('.', '\0'));

  private final Map<ChannelPath, Line> lines = new TreeMap<>(ORDER);
  private final Map<ChannelPath, Sum> sums = new TreeMap<>(ORDER);
  private final List<Held> held;
  private final boolean counted;

  /** What is in a subtree. */
  private static final class Sum {
    private long waiting;
    private boolean more;
    private Instant oldest;
    private long running;
    private double starts;
  }

  private ChannelForest(List<Line> rows, List<Held> held, Inside inside) {
    rows.forEach(line -> lines.put(new ChannelPath(line.path()), line));
    this.held = held;
    this.counted = !inside.starts().isEmpty();
    inside.waiting().forEach((path, waiting) -> along(path).forEach(sum -> add(sum, waiting)));
    inside.running().forEach((path, n) -> along(path).forEach(sum -> sum.running += n));
    inside.starts().forEach((path, n) -> along(path).forEach(sum -> sum.starts += n));
  }

  static List<ChannelStatus> of(List<Line> rows, List<Held> held, Inside inside) {
    ChannelForest forest = new ChannelForest(rows, held, inside);
    TreeSet<ChannelPath> all = new TreeSet<>(ORDER);
    all.addAll(forest.sums.keySet());
    forest.lines.keySet().forEach(path -> all.addAll(path.fromRoot()));
    return all.stream().map(forest::status).toList();
  }

  /**
   * A channel as it is told to who does not see those above it: that one of them is paused, but not
   * how many jobs they let run.
   */
  static ChannelStatus veiled(ChannelStatus one, Reach seen) {
    if (one.limitedBy() == null
        || seen.covers(one.limitedBy())
        || Objects.equals(one.effective(), 0)) {
      return one;
    }
    String capacity = one.options().getOrDefault("capacity", "*");
    return new ChannelStatus(
        one.path(),
        one.set(),
        one.options(),
        capacity.equals("*") ? null : Integer.valueOf(capacity),
        null,
        one.load(),
        one.origin(),
        one.version());
  }

  private Stream<Sum> along(String path) {
    return new ChannelPath(path)
        .fromRoot().stream().map(at -> sums.computeIfAbsent(at, any -> new Sum()));
  }

  private static void add(Sum sum, Waiting waiting) {
    sum.waiting += waiting.jobs();
    sum.more |= waiting.more();
    if (sum.oldest == null || waiting.oldest().isBefore(sum.oldest)) {
      sum.oldest = waiting.oldest();
    }
  }

  private ChannelStatus status(ChannelPath path) {
    Line line = lines.get(path);
    Least least = least(path);
    return new ChannelStatus(
        path.text(),
        line != null,
        line == null ? Map.of() : line.options(),
        least.jobs(),
        least.by() == null || least.by().equals(path) ? null : least.by().text(),
        load(path, line),
        line == null ? ChannelOrigin.NONE : line.origin(),
        line == null ? null : line.version());
  }

  private record Least(Integer jobs, ChannelPath by) {}

  private Least least(ChannelPath path) {
    Least least = new Least(null, null);
    for (ChannelPath at : path.fromRoot()) {
      Integer limit = lines.containsKey(at) ? limit(lines.get(at)) : null;
      if (limit != null && (least.jobs() == null || isLess(at, path, limit, least.jobs()))) {
        least = new Least(limit, at);
      }
    }
    return least;
  }

  /** Of two that are alike the channel's own counts. */
  private static boolean isLess(ChannelPath at, ChannelPath path, int limit, int least) {
    return limit < least || (limit == least && at.equals(path));
  }

  private static Integer limit(Line line) {
    if (line.options().containsKey("paused")) {
      return 0;
    }
    String capacity = line.options().get("capacity");
    return capacity.equals("*") ? null : Integer.valueOf(capacity);
  }

  private ChannelLoad load(ChannelPath path, Line line) {
    Sum sum = sums.getOrDefault(path, new Sum());
    boolean limited = line != null && !line.options().get("capacity").equals("*");
    List<ChannelLoad.NodeShare> shares = new ArrayList<>();
    for (Held one : held) {
      if (one.path().equals(path.text())) {
        shares.add(new ChannelLoad.NodeShare(one.node(), one.held()));
      }
    }
    return new ChannelLoad(
        limited ? line.held() : null,
        shares,
        sum.running,
        sum.waiting,
        sum.more,
        sum.oldest,
        counted ? sum.starts : null);
  }
}
