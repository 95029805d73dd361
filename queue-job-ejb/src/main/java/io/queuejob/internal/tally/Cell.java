package io.queuejob.internal.tally;

import java.util.ArrayList;
import java.util.List;

/** The counters of one sum; taken once, and then closed. */
final class Cell {
  private static final long NANOS = 1_000_000;

  private final int[] waits = new int[TimeBuckets.COUNT];
  private final int[] runs = new int[TimeBuckets.COUNT];
  private final long[] ends = new long[Tally.End.values().length];
  private long waitNanos;
  private long runNanos;
  private boolean closed;

  /** Adds a run, times below 0 being unknown; false if the cell was taken: nothing is added. */
  synchronized boolean add(Tally.End end, long wait, long run) {
    if (closed) {
      return false;
    }
    ends[end.ordinal()]++;
    if (wait >= 0) {
      waitNanos += wait;
      waits[TimeBuckets.of(wait / NANOS)]++;
    }
    if (run >= 0) {
      runNanos += run;
      runs[TimeBuckets.of(run / NANOS)]++;
    }
    return true;
  }

  /** Adds what could not be written; false if the cell was taken. */
  synchronized boolean add(Sum sum) {
    if (closed) {
      return false;
    }
    ends[Tally.End.DONE.ordinal()] += sum.done();
    ends[Tally.End.FAILED.ordinal()] += sum.failed();
    ends[Tally.End.RETRIED.ordinal()] += sum.retried();
    waitNanos += sum.waitMillis() * NANOS;
    runNanos += sum.runMillis() * NANOS;
    for (int i = 0; i < TimeBuckets.COUNT; i++) {
      waits[i] += sum.waits().get(i);
      runs[i] += sum.runs().get(i);
    }
    return true;
  }

  synchronized Sum take(Sum.Key key) {
    closed = true;
    return new Sum(
        key,
        ends[Tally.End.DONE.ordinal()],
        ends[Tally.End.FAILED.ordinal()],
        ends[Tally.End.RETRIED.ordinal()],
        Math.round(waitNanos / (double) NANOS),
        Math.round(runNanos / (double) NANOS),
        list(waits),
        list(runs));
  }

  private static List<Integer> list(int[] counts) {
    List<Integer> all = new ArrayList<>(counts.length);
    for (int count : counts) {
      all.add(count);
    }
    return all;
  }
}
