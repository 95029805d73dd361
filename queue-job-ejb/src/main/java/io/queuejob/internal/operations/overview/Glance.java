package io.queuejob.internal.operations.overview;

import io.queuejob.admin.overview.Amount;
import io.queuejob.admin.overview.Attention;
import io.queuejob.admin.overview.Overview;
import io.queuejob.admin.overview.Step;
import io.queuejob.admin.overview.Window;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.overview.AttentionQueries;
import io.queuejob.internal.storage.overview.NowQueries;
import io.queuejob.internal.storage.overview.Sight;
import io.queuejob.internal.storage.overview.SumQueries;
import io.queuejob.internal.storage.overview.Tallied;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Reads everything once and puts it together. */
final class Glance {
  private static final int MOST_SHOWN = 50;
  private static final int MOST_MARKS = 40;
  private static final int FEW = 5;
  private static final int LONG_SECONDS = 600;

  private final Map<Window, Past> pasts = new EnumMap<>(Window.class);
  private final NowQueries now;
  private final AttentionQueries attention;

  Glance(Database database, LongSupplier nanos, Sight sight) {
    SumQueries sums = new SumQueries(database, sight);
    for (Window window : Window.values()) {
      pasts.put(window, new Past(sums, window, nanos));
    }
    this.now = new NowQueries(database, sight);
    this.attention = new AttentionQueries(database, sight);
  }

  Overview read(Window window) {
    NowQueries.Moment moment = now.moment();
    List<Instant> begins = begins(window, moment.now());
    Instant from = begins.get(0);
    Standing standing = new Standing(now.kinds(), now.held(), now.channels());
    Past.Read past = pasts.get(window).since(from);
    Tallied all = past.steps().values().stream().reduce(Tallied.NONE, Tallied::plus);
    Lines lines = new Lines(standing, begins, window.step());
    return new Overview(
        window,
        moment.now(),
        numbers(standing, moment.nodes()),
        Summary.of(all),
        begins.stream()
            .map(b -> new Step(b, Summary.of(past.steps().getOrDefault(b, Tallied.NONE))))
            .toList(),
        lines.channels(past.channels(), MOST_SHOWN),
        lines.functions(past.functions(), MOST_SHOWN),
        attention.marks(from, MOST_MARKS),
        attention(standing));
  }

  /** The begins of all steps, the last being the one under way. */
  static List<Instant> begins(Window window, Instant now) {
    long seconds = window.step().toSeconds();
    long last = Math.floorDiv(now.getEpochSecond(), seconds) * seconds;
    List<Instant> begins = new ArrayList<>();
    for (long ago = window.steps() - 1L; ago >= 0; ago--) {
      begins.add(Instant.ofEpochSecond(last - ago * seconds));
    }
    return begins;
  }

  private Overview.Now numbers(Standing standing, int nodes) {
    Amount counted = standing.waiting("root");
    return new Overview.Now(
        counted.kind() == Amount.Kind.EXACT && standing.isWhole()
            ? counted
            : now.waiting(counted.number()),
        standing.since("root"),
        now.scheduled(),
        standing.running("root"),
        now.failed(),
        standing.capacity("root"),
        nodes);
  }

  private Attention attention(Standing standing) {
    return new Attention(
        attention.failures(FEW).stream().map(this::bounded).toList(),
        few(standing.stranded()),
        few(standing.paused()),
        attention.gone(FEW),
        attention.longRuns(LONG_SECONDS, FEW));
  }

  /** Only the newest failed jobs are looked at: a group that fills them may have more. */
  private Attention.FailureGroup bounded(Attention.FailureGroup group) {
    return new Attention.FailureGroup(
        group.fingerprint(),
        group.errorClass(),
        group.function(),
        Amount.upTo(AttentionQueries.MOST_FAILED - 1L, group.jobs().number()),
        group.first(),
        group.last(),
        group.message(),
        group.trend());
  }

  private static <T> List<T> few(Stream<T> all) {
    return all.limit(FEW).toList();
  }
}
