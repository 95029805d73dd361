package io.queuejob.browser.stage;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes and reads the rows behind the pages. */
public final class Rows {
  private static final String FUNCTION =
      "INSERT INTO queue_job.function (application, name) VALUES ('shop', ?)"
          + " ON CONFLICT (application, name) DO UPDATE SET name = excluded.name RETURNING id";
  private static final String NODE =
      "WITH known AS (SELECT id FROM queue_job.node WHERE name = ?), fresh AS ("
          + "INSERT INTO queue_job.node (name, application, version, lock_key)"
          + " SELECT ?, 'shop', '1.0', (random() * 1e15)::bigint"
          + " WHERE NOT EXISTS (SELECT FROM known) RETURNING id)"
          + " SELECT id FROM known UNION ALL SELECT id FROM fresh";
  private static final String CLAIM =
      "INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES"
          + " ((SELECT coalesce(max(token), 900000) + 1 FROM queue_job.claim), ?, '{}')"
          + " RETURNING token";
  private static final String RUN =
      "INSERT INTO queue_job.job_run (job_id, token, node_id, started)"
          + " SELECT j.id, c.token, c.node_id, clock_timestamp() FROM queue_job.job j"
          + " JOIN queue_job.claim c ON c.token = j.token WHERE j.uuid = ?";
  private static final String HELD =
      "UPDATE queue_job.claim c SET job_ids = ARRAY[j.id] FROM queue_job.job j"
          + " WHERE j.token = c.token AND j.uuid = ?";
  private static final String ATTEMPT =
      "INSERT INTO queue_job.job_attempt"
          + " (job_id, attempt, node, started, outcome, error_class, message, stack_trace)"
          + " SELECT id, 1, ?, clock_timestamp() - interval '3 s', 'failed', error_class,"
          + " error_message, ? FROM queue_job.job WHERE uuid = ?";

  private final DatabaseLogin database;

  Rows(DatabaseLogin database) {
    this.database = database;
  }

  /** Removes all jobs. */
  public void clear() {
    for (String table : new String[] {"job_attempt", "job_log", "job_run", "claim", "job"}) {
      run("DELETE FROM queue_job." + table);
    }
  }

  /** Writes a job that no node will touch. */
  public UUID add(JobData job) {
    Map<String, Object> columns = new LinkedHashMap<>(job.columns);
    Object trace = columns.remove("stack_trace");
    addState(columns, job);
    columns.put("function_id", value(FUNCTION, job.function));
    columns.put("origin", "engine");
    UUID uuid = (UUID) insert(columns);
    run(HELD, uuid);
    if (job.state.equals("started")) {
      run(RUN, uuid);
    }
    if (job.state.equals("failed")) {
      run(
          ATTEMPT,
          job.node,
          trace == null ? "java.lang.Exception\n\tat A.b(A.java:1)" : trace,
          uuid);
    }
    return uuid;
  }

  private void addState(Map<String, Object> columns, JobData job) {
    Timestamp now = Timestamp.from(Instant.now());
    boolean held = job.state.equals("enqueued") || job.state.equals("started");
    columns.put("state", held ? "enqueued" : job.state);
    columns.put("waits", job.state.equals("pending"));
    columns.put("failed", job.state.equals("failed"));
    switch (job.state) {
      case "enqueued", "started" ->
          columns.put("token", value(CLAIM, value(NODE, job.node, job.node)));
      case "done", "cancelled" -> columns.put("finished", now);
      case "failed" -> columns.put("changed", now);
      default -> {}
    }
  }

  private Object insert(Map<String, Object> columns) {
    String names = String.join(", ", columns.keySet());
    String places = columns.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
    return value(
        "INSERT INTO queue_job.job (%s) VALUES (%s) RETURNING uuid".formatted(names, places),
        columns.values().toArray());
  }

  /** A job's state by the database. */
  public String state(UUID job) {
    return (String) value("SELECT state FROM queue_job.job_state WHERE uuid = ?", job);
  }

  /** The first value of the first row. */
  public Object value(String sql, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Changes rows, in a transaction of its own. */
  public void run(String sql, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
