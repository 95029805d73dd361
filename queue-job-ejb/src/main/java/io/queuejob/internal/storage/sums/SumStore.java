package io.queuejob.internal.storage.sums;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Statements;
import io.queuejob.internal.tally.Sum;
import io.queuejob.internal.tally.Sums;
import io.queuejob.internal.tally.TimeBuckets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Adds sums of runs, those of minutes and of longer spans in one statement. */
public final class SumStore implements Sums {
  private static final String BUCKETS = counts("%1$s%2$d", ", ");
  private static final String COLUMNS =
      "channel, function_id, done, failed, retried, wait_ms, run_ms, " + BUCKETS;
  private static final String VALUES =
      "channel, function_id, done, failed, retried, wait_ms, run_ms, " + counts("%1$s[%3$d]", ", ");
  private static final String ADDED =
      "DO UPDATE SET done = s.done + EXCLUDED.done, failed = s.failed + EXCLUDED.failed,"
          + " retried = s.retried + EXCLUDED.retried, wait_ms = s.wait_ms + EXCLUDED.wait_ms,"
          + " run_ms = s.run_ms + EXCLUDED.run_ms, "
          + counts("%1$s%2$d = s.%1$s%2$d + EXCLUDED.%1$s%2$d", ", ");

  /**
   * Parameters: arrays of seconds, begins, channels, functions, done, failed, retried, milliseconds
   * of waiting and of running, and counts by class of waiting and of running as texts of arrays.
   */
  static final String ADD =
      """
      WITH given AS MATERIALIZED (
        SELECT g.*, g.waits::int[] AS w, g.runs::int[] AS r
        FROM unnest(?::int[], ?::timestamptz[], ?::text[], ?::int[], ?::bigint[], ?::bigint[],
            ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[])
          AS g (seconds, began, channel, function_id, done, failed, retried, wait_ms, run_ms,
            waits, runs)),
      minutes AS (
        INSERT INTO queue_job.minute AS s (minute, %1$s)
        SELECT began, %2$s FROM given WHERE seconds = 60 ORDER BY began, channel, function_id
        ON CONFLICT (minute, channel, function_id) %3$s)
      INSERT INTO queue_job.period AS s (seconds, began, %1$s)
      SELECT seconds, began, %2$s FROM given WHERE seconds > 60
      ORDER BY seconds, began, channel, function_id
      ON CONFLICT (seconds, began, channel, function_id) %3$s
      """
          .formatted(COLUMNS, VALUES, ADDED);

  /** Parameters: days of minutes, rows. */
  static final String FORGET_MINUTES =
      """
      DELETE FROM queue_job.minute WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM queue_job.minute
        WHERE minute < clock_timestamp() - ? * interval '1 day' ORDER BY minute LIMIT ?))
      """;

  /** Parameters: length of the span in seconds, days, rows. */
  static final String FORGET_PERIODS =
      """
      DELETE FROM queue_job.period WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM queue_job.period
        WHERE seconds = ? AND began < clock_timestamp() - ? * interval '1 day'
        ORDER BY began LIMIT ?))
      """;

  private static final int MINUTE_DAYS = 2;
  private static final int TEN_MINUTES_DAYS = 15;
  private static final int HOUR_DAYS = 400;
  private static final int FORGOTTEN_AT_ONCE = 20_000;

  private final Database database;

  public SumStore(Database database) {
    this.database = database;
  }

  /** The same text for each class of waiting (w) and of running (r), counted from 0 and from 1. */
  private static String counts(String each, String between) {
    return Stream.of("w", "r")
        .map(
            kind ->
                IntStream.range(0, TimeBuckets.COUNT)
                    .mapToObj(i -> each.formatted(kind, i, i + 1))
                    .collect(Collectors.joining(between)))
        .collect(Collectors.joining(between));
  }

  @Override
  public void add(List<Sum> sums) {
    database.run("add sums of runs", s -> add(s, sums));
  }

  /** Adds within the transaction of the statements. */
  public static int add(Statements s, List<Sum> sums) throws SQLException {
    if (sums.isEmpty()) {
      return 0;
    }
    return s.update(
        ADD,
        all(sums, sum -> sum.key().seconds()),
        all(sums, sum -> sum.key().began().toString()),
        all(sums, sum -> sum.key().channel()),
        all(sums, sum -> sum.key().functionId()),
        all(sums, Sum::done),
        all(sums, Sum::failed),
        all(sums, Sum::retried),
        all(sums, Sum::waitMillis),
        all(sums, Sum::runMillis),
        all(sums, sum -> array(sum.waits())),
        all(sums, sum -> array(sum.runs())));
  }

  private static <T> List<T> all(List<Sum> sums, Function<Sum, T> part) {
    return sums.stream().map(part).toList();
  }

  private static String array(List<Integer> counts) {
    return counts.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }

  /**
   * Removes what is older than anybody asks for, a bounded number of rows.
   *
   * @return how many rows went
   */
  public int forget() {
    return database.run(
        "forget old sums",
        s ->
            s.update(FORGET_MINUTES, MINUTE_DAYS, FORGOTTEN_AT_ONCE)
                + s.update(FORGET_PERIODS, 600, TEN_MINUTES_DAYS, FORGOTTEN_AT_ONCE)
                + s.update(FORGET_PERIODS, 3_600, HOUR_DAYS, FORGOTTEN_AT_ONCE));
  }
}
