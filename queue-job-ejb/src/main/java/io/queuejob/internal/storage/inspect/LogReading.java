package io.queuejob.internal.storage.inspect;

import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads what a job logged. */
public final class LogReading {
  /** The newest lines, oldest first. Parameters: job, most. */
  static final String NEWEST =
      """
      SELECT id, attempt, at, text FROM (
        SELECT id, attempt, at, text FROM queue_job.job_log WHERE job_id = ?
        ORDER BY id DESC LIMIT ?) AS newest
      ORDER BY id
      """;

  /** Parameters: job, line, most. */
  static final String AFTER =
      """
      SELECT id, attempt, at, text FROM queue_job.job_log WHERE job_id = ? AND id > ?
      ORDER BY id LIMIT ?
      """;

  private final Database database;

  public LogReading(Database database) {
    this.database = database;
  }

  /** A line. */
  public record Line(long id, int attempt, Instant at, String text) {}

  /** The newest lines, oldest first. */
  public List<Line> newest(long job, int most) {
    return database.run(
        "read the log of job " + job, s -> s.rows(NEWEST, LogReading::line, job, most));
  }

  /** The lines behind one. */
  public List<Line> after(long job, long line, int most) {
    return database.run(
        "read the log of job " + job, s -> s.rows(AFTER, LogReading::line, job, line, most));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getLong("id"), row.getInt("attempt"), Rows.instant(row, "at"), row.getString("text"));
  }
}
