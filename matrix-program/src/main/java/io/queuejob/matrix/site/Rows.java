package io.queuejob.matrix.site;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into the database from outside. */
public record Rows(DatabaseLogin database) {

  private static final String NEWEST = "SELECT coalesce(max(id), 0) FROM queue_job.job_state";
  private static final String NEWER = "SELECT count(*) FROM queue_job.job_state WHERE id > ?";
  private static final String NEWER_IN =
      "SELECT count(*) FROM queue_job.job_state WHERE id > ? AND state = ?";
  private static final String STATES =
      "SELECT string_agg(function || ' ' || state || coalesce(' (' || error || ')', ''), ', ')"
          + " FROM queue_job.job_state WHERE id > ?";
  private static final String ALIVE = "SELECT count(*) FROM queue_job.node WHERE state = 'alive'";
  private static final String VERSION =
      "SELECT application_version FROM queue_job.node WHERE state = 'alive'"
          + " AND application = 'order-desk' ORDER BY id DESC LIMIT 1";
  private static final String ORDERS = "SELECT count(*) FROM order_desk.orders";

  /** The id of the newest job; 0 if there is none. */
  public long newestJob() {
    return number(NEWEST);
  }

  /** How many jobs are newer. */
  public long jobsAfter(long id) {
    return number(NEWER, id);
  }

  /** How many newer jobs are in a state. */
  public long jobsAfter(long id, String state) {
    return number(NEWER_IN, id, state);
  }

  /** How many nodes have not said that they left. */
  public long aliveNodes() {
    return number(ALIVE);
  }

  /** The version of the example by its newest node; null if that does not know it. */
  public String applicationVersion() {
    return (String) value(VERSION);
  }

  /** How many orders there are. */
  public long orders() {
    return number(ORDERS);
  }

  /** The jobs and their states, for messages. */
  public String statesAfter(long id) {
    return String.valueOf(value(STATES, id));
  }

  private long number(String sql, Object... parameters) {
    return ((Number) value(sql, parameters)).longValue();
  }

  private Object value(String sql, Object... parameters) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject(1);
      }
    } catch (SQLException e) {
      throw new CheckFailedException("'" + sql + "': " + e.getMessage());
    }
  }
}
