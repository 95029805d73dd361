package io.queuejob.internal.runner.local;

import io.queuejob.internal.channel.ClaimPlan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Mean run times of functions as measured on this node, newer runs weighing more. */
public final class RunTimes implements ClaimPlan.RunTimes {
  /** Runs before a function counts as known. */
  static final int LEAST_RUNS = 5;

  /** Longest mean of a function that is claimed ahead. */
  static final long SHORT_NANOS = 50_000_000L;

  private static final double WEIGHT = 0.2;
  private static final long LEAST_NANOS = 20_000L;

  private final Map<Integer, Mean> means = new ConcurrentHashMap<>();

  private record Mean(long runs, double nanos) {}

  /** Takes a run into account. */
  public void ran(int functionId, long nanos) {
    means.merge(
        functionId,
        new Mean(1, nanos),
        (old, one) -> new Mean(old.runs() + 1, old.nanos() + WEIGHT * (one.nanos() - old.nanos())));
  }

  @Override
  public long nanos(int functionId) {
    Mean mean = means.get(functionId);
    if (mean == null || mean.runs() < LEAST_RUNS || mean.nanos() > SHORT_NANOS) {
      return -1;
    }
    return Math.max(LEAST_NANOS, (long) mean.nanos());
  }
}
