package io.queuejob.internal.operations.overview;

import io.queuejob.admin.overview.Window;
import io.queuejob.internal.storage.overview.SumQueries;
import io.queuejob.internal.storage.overview.Tallied;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What ended over one span. That of an hour is read each time, that of a day or a week after a
 * thirtieth of a step: the longer the steps, the less the newest runs change the picture.
 */
final class Past {
  private static final int MOST_LINES = 500;
  private static final long LONGEST_NANOS = 30_000_000_000L;

  private final SumQueries sums;
  private final Window window;
  private final LongSupplier nanos;
  private final long mostNanos;
  private Read last;
  private long readNanos;

  /** A reading. */
  record Read(
      Instant from,
      Map<Instant, Tallied> steps,
      List<SumQueries.Line> channels,
      List<SumQueries.Line> functions) {}

  Past(SumQueries sums, Window window, LongSupplier nanos) {
    this.sums = sums;
    this.window = window;
    this.nanos = nanos;
    this.mostNanos =
        window == Window.HOUR ? 0 : Math.min(LONGEST_NANOS, window.step().toNanos() / 30);
  }

  /** From the begin of a step on. */
  synchronized Read since(Instant from) {
    long age = nanos.getAsLong() - readNanos;
    if (last == null || !last.from().equals(from) || age > mostNanos) {
      int seconds = (int) window.step().toSeconds();
      last =
          new Read(
              from,
              sums.steps(seconds, from),
              sums.channels(seconds, from, MOST_LINES),
              sums.functions(seconds, from, MOST_LINES));
      readNanos = nanos.getAsLong();
    }
    return last;
  }
}
