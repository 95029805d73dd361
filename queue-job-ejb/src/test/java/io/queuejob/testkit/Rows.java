package io.queuejob.testkit;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Looks into a test's database from outside. */
public record Rows(DatabaseLogin login) {

  /** The first column of the first row as text; null if there is none. */
  public String one(String sql, Object... parameters) throws SQLException {
    try (Connection connection = login.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }

  /** The first column of the first row as a number. */
  public long number(String sql, Object... parameters) throws SQLException {
    return Long.parseLong(one(sql, parameters));
  }

  /** Changes rows from outside. */
  public int update(String sql, Object... parameters) throws SQLException {
    try (Connection connection = login.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }

  /** State word of a job in the view. */
  public String state(java.util.UUID uuid) throws SQLException {
    return one("SELECT state FROM queue_job.job_state WHERE uuid = ?", uuid);
  }
}
