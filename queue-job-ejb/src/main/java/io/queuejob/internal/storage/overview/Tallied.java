package io.queuejob.internal.storage.overview;

import io.queuejob.internal.tally.TimeBuckets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums as they are read.
 *
 * @param done jobs done
 * @param failed jobs failed
 * @param retried runs that asked for another attempt
 * @param waitMillis all waiting together
 * @param runMillis all running together
 * @param waits number of runs by class of waiting
 * @param runs number of runs by class of running
 */
public record Tallied(
    long done,
    long failed,
    long retried,
    long waitMillis,
    long runMillis,
    List<Long> waits,
    List<Long> runs) {
  /** Nothing. */
  public static final Tallied NONE = new Tallied(0, 0, 0, 0, 0, zeros(), zeros());

  public Tallied {
    waits = List.copyOf(waits);
    runs = List.copyOf(runs);
  }

  private static List<Long> zeros() {
    return IntStream.range(0, TimeBuckets.COUNT).mapToObj(i -> 0L).toList();
  }

  static Tallied of(ResultSet row) throws SQLException {
    return new Tallied(
        row.getLong("done"),
        row.getLong("failed"),
        row.getLong("retried"),
        row.getLong("wait_ms"),
        row.getLong("run_ms"),
        counts(row, "w"),
        counts(row, "r"));
  }

  private static List<Long> counts(ResultSet row, String kind) throws SQLException {
    List<Long> counts = new ArrayList<>();
    for (int i = 0; i < TimeBuckets.COUNT; i++) {
      counts.add(row.getLong(kind + i));
    }
    return counts;
  }

  /** Both together. */
  public Tallied plus(Tallied other) {
    return new Tallied(
        done + other.done,
        failed + other.failed,
        retried + other.retried,
        waitMillis + other.waitMillis,
        runMillis + other.runMillis,
        plus(waits, other.waits),
        plus(runs, other.runs));
  }

  private static List<Long> plus(List<Long> one, List<Long> other) {
    return IntStream.range(0, one.size()).mapToObj(i -> one.get(i) + other.get(i)).toList();
  }
}
