package io.queuejob.testing.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Counts the jobs that the database had when the counter was made, and those that were stored
 * since, and waits until a node has done the latter (S-TT-06). For tests in a server or against a
 * real database; it looks from outside, so it sees what is committed, of all applications of the
 * database.
 *
 * <p>Jobs are told apart by their numbers: a transaction that stored a job before the counter was
 * made and commits after it adds to {@link #existing}. Make the counter while nothing is being
 * stored.
 */
public final class JobCounter {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int SHOWN = 5;

  private static final String LAST = "SELECT coalesce(max(id), 0) FROM queue_job.job_state";

  /** Parameters: the last job before, begin of the function's name, twice. */
  private static final String CREATED =
      """
      SELECT count(*) FROM queue_job.job_state
      WHERE id > ? AND (?::text IS NULL OR starts_with(function, ?::text))
      """;

  /** Parameter: the last job before. */
  private static final String EXISTING = "SELECT count(*) FROM queue_job.job_state WHERE id <= ?";

  /** Parameter: the last job before. */
  private static final String NOT_DONE =
      """
      SELECT state IN ('failed', 'cancelled') AS ended, concat_ws(' ', function, state, error)
      FROM queue_job.job_state WHERE id > ? AND state <> 'done' ORDER BY 1 DESC, id LIMIT 101
      """;

  private final DataSource dataSource;
  private final long last;

  private JobCounter(DataSource dataSource, long last) {
    this.dataSource = dataSource;
    this.last = last;
  }

  /**
   * Begins to count.
   *
   * @param dataSource of the database that holds the jobs; a user who may read the view {@code
   *     queue_job.job_state}
   * @throws SQLException if the database refuses, as when no engine has made its schema yet
   */
  public static JobCounter on(DataSource dataSource) throws SQLException {
    Objects.requireNonNull(dataSource, "dataSource");
    return new JobCounter(dataSource, number(dataSource, LAST));
  }

  /** Jobs that the counter found and that retention has left. */
  public long existing() throws SQLException {
    return number(dataSource, EXISTING, last);
  }

  /** Jobs stored since the counter was made, in whatever state. */
  public long created() throws SQLException {
    return number(dataSource, CREATED, last, null, null);
  }

  /** The same, of the methods of one bean. */
  public long created(Class<?> bean) throws SQLException {
    String begin = bean.getName() + ".";
    return number(dataSource, CREATED, last, begin, begin);
  }

  /**
   * Waits until every job stored since the counter was made is done, those that they store
   * meanwhile included.
   *
   * @param atMost how long
   * @throws AssertionError if one failed or was cancelled, at once, or if they were not done in
   *     time; it names them with their states and errors
   */
  public void awaitDone(Duration atMost) throws SQLException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      List<String> left = new ArrayList<>();
      boolean ended = notDone(left);
      if (left.isEmpty()) {
        return;
      }
      if (ended || System.nanoTime() - deadline > 0) {
        throw new AssertionError(message(atMost, ended, left));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Collects what is not done; whether some of it never will be. */
  private boolean notDone(List<String> left) throws SQLException {
    boolean ended = false;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement ask = connection.prepareStatement(NOT_DONE)) {
      ask.setLong(1, last);
      try (ResultSet row = ask.executeQuery()) {
        while (row.next()) {
          ended |= row.getBoolean(1);
          left.add(row.getString(2));
        }
      }
    }
    return ended;
  }

  private static String message(Duration atMost, boolean ended, List<String> left) {
    StringBuilder text = new StringBuilder("expected every job since then to be done");
    text.append(ended ? "" : " within " + atMost).append("\nfound ");
    text.append(left.size() > 100 ? "more than 100" : left.size()).append(" that ");
    text.append(left.size() == 1 ? "is" : "are").append(" not:");
    left.stream().limit(SHOWN).forEach(job -> text.append("\n  ").append(job));
    if (left.size() > SHOWN) {
      text.append("\n  …");
    }
    return text.toString();
  }

  private static long number(DataSource dataSource, String sql, Object... values)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement ask = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        ask.setObject(i + 1, values[i]);
      }
      try (ResultSet row = ask.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
