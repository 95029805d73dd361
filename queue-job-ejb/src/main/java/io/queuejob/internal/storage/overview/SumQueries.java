package io.queuejob.internal.storage.overview;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import io.queuejob.internal.storage.reach.Within;
import io.queuejob.internal.tally.TimeBuckets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sums of runs over a span of time. */
public final class SumQueries {
  private static final String SUMS =
      Stream.concat(
              Stream.of("done", "failed", "retried", "wait_ms", "run_ms"),
              Stream.of("w", "r")
                  .flatMap(c -> IntStream.range(0, TimeBuckets.COUNT).mapToObj(i -> c + i)))
          .map(column -> "sum(" + column + ")::bigint AS " + column)
          .collect(Collectors.joining(", "));

  /** Parameters: length of a step in seconds, begin. */
  static final String STEPS =
      "SELECT began, "
          + SUMS
          + " FROM queue_job.sums WHERE seconds = ? AND began >= ?::timestamptz"
          + " GROUP BY began ORDER BY began";

  /** Parameters: length of a step in seconds, begin, most channels. */
  static final String CHANNELS = loads("channel", "channel AS name, NULL AS application", "");

  /** Parameters: length of a step in seconds, begin, most functions. */
  static final String FUNCTIONS =
      loads(
          "function_id",
          "f.name, f.application",
          " JOIN queue_job.function f ON f.id = l.function_id");

  private static final String SEEN = "WHERE " + Within.sql("channel") + " AND seconds = ?";

  /** Parameters: begins of channels, then as {@link #STEPS}. */
  static final String STEPS_WITHIN = STEPS.replace("WHERE seconds = ?", SEEN);

  /** Parameters: begins of channels, then as {@link #CHANNELS}. */
  static final String CHANNELS_WITHIN = CHANNELS.replace("WHERE seconds = ?", SEEN);

  /** Parameters: begins of channels, then as {@link #FUNCTIONS}. */
  static final String FUNCTIONS_WITHIN = FUNCTIONS.replace("WHERE seconds = ?", SEEN);

  private final Database database;
  private final Sight sight;

  /** The sums of one channel or function, and its runs by step. */
  public record Line(String name, String application, Tallied sums, Map<Instant, Long> runs) {
    public Line {
      runs = Map.copyOf(runs);
    }
  }

  public SumQueries(Database database, Sight sight) {
    this.database = database;
    this.sight = sight;
  }

  private static String loads(String of, String shown, String join) {
    return "WITH step AS (SELECT "
        + of
        + ", began, "
        + SUMS
        + " FROM queue_job.sums WHERE seconds = ? AND began >= ?::timestamptz GROUP BY 1, 2),"
        + " line AS (SELECT "
        + of
        + ", "
        + SUMS
        + ", array_agg(extract(epoch FROM began)::bigint ORDER BY began) AS begins,"
        + " array_agg(done + failed + retried ORDER BY began) AS each FROM step GROUP BY 1)"
        + " SELECT l.*, "
        + shown
        + " FROM line l"
        + join
        + " ORDER BY done + failed + retried DESC, name LIMIT ?";
  }

  /** All runs by step; steps without any are missing. */
  public Map<Instant, Tallied> steps(int seconds, Instant from) {
    Map<Instant, Tallied> steps = new LinkedHashMap<>();
    database.run(
        "read sums of runs",
        s ->
            sight.rows(
                s,
                STEPS,
                STEPS_WITHIN,
                row -> steps.put(Rows.instant(row, "began"), Tallied.of(row)),
                seconds,
                from));
    return steps;
  }

  /** The channels in which most runs ended. */
  public List<Line> channels(int seconds, Instant from, int most) {
    return lines(CHANNELS, CHANNELS_WITHIN, seconds, from, most);
  }

  /** The functions of which most runs ended. */
  public List<Line> functions(int seconds, Instant from, int most) {
    return lines(FUNCTIONS, FUNCTIONS_WITHIN, seconds, from, most);
  }

  private List<Line> lines(String all, String within, int seconds, Instant from, int most) {
    return database.run(
        "read sums of runs",
        s -> sight.rows(s, all, within, SumQueries::line, seconds, from, most));
  }

  private static Line line(ResultSet row) throws SQLException {
    List<Long> begins = numbers(row.getArray("begins"));
    List<Long> each = numbers(row.getArray("each"));
    Map<Instant, Long> runs =
        IntStream.range(0, begins.size())
            .boxed()
            .collect(Collectors.toMap(i -> Instant.ofEpochSecond(begins.get(i)), each::get));
    return new Line(row.getString("name"), row.getString("application"), Tallied.of(row), runs);
  }

  private static List<Long> numbers(Array array) throws SQLException {
    return List.of((Long[]) array.getArray());
  }
}
