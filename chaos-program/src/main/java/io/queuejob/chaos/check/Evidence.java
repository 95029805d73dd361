package io.queuejob.chaos.check;

import io.queuejob.chaos.journal.Capture;
import io.queuejob.chaos.journal.Journal;
import io.queuejob.devdb.DatabaseLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * All that is known at the end.
 *
 * @param captures all captured jobs
 * @param rows by identity
 * @param runs committed runs, ascending by begin
 */
record Evidence(
    List<Capture> captures, Map<UUID, JobRow> rows, List<Run> runs, Set<UUID> cancelAsked) {
  private static final String ROWS =
      """
      SELECT uuid, id, state, priority, created, error_message, retry > 1 OR EXISTS (
        SELECT FROM queue_job.job_attempt a WHERE a.job_id = j.id) AS disturbed
      FROM queue_job.job j
      """;
  private static final String LEDGER =
      "SELECT number, node, began, ended FROM ledger ORDER BY began";

  static Evidence gather(DatabaseLogin login, Journal journal) throws SQLException {
    List<Capture> captures = journal.captures();
    Map<Long, Capture> byNumber = new HashMap<>();
    captures.forEach(one -> byNumber.put(one.number(), one));
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      return new Evidence(
          captures, rows(statement), runs(statement, byNumber), journal.cancelAsked());
    }
  }

  /** Writes all committed runs, ascending by begin. */
  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("began,ended,node,channel,number,row"));
    for (Run run : runs) {
      Capture job = run.job();
      lines.add(
          "%s,%s,%s,%s,%d,%s"
              .formatted(
                  run.began(),
                  run.ended(),
                  run.node(),
                  job.channel(),
                  job.number(),
                  rows.get(job.uuid())));
    }
    Files.write(file, lines);
  }

  private static Map<UUID, JobRow> rows(Statement statement) throws SQLException {
    Map<UUID, JobRow> rows = new HashMap<>();
    try (ResultSet row = statement.executeQuery(ROWS)) {
      while (row.next()) {
        rows.put(
            row.getObject("uuid", UUID.class),
            new JobRow(
                row.getLong("id"),
                row.getString("state"),
                row.getInt("priority"),
                instant(row, "created"),
                row.getBoolean("disturbed"),
                row.getString("error_message")));
      }
    }
    return rows;
  }

  private static List<Run> runs(Statement statement, Map<Long, Capture> byNumber)
      throws SQLException {
    List<Run> runs = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(LEDGER)) {
      while (row.next()) {
        runs.add(
            new Run(
                byNumber.get(row.getLong("number")),
                row.getString("node"),
                instant(row, "began"),
                instant(row, "ended")));
      }
    }
    return runs;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
