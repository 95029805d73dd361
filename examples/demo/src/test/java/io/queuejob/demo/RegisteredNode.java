package io.queuejob.demo;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A row of the engine's node table, made by hand, and a session that holds its lock until closed.
 */
record RegisteredNode(Connection session) implements AutoCloseable {

  RegisteredNode(DatabaseLogin database, String name, String state, long lockKey)
      throws SQLException {
    this(database.connect());
    try (Statement statement = session.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS queue_job");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS queue_job.node (name text, state text, lock_key bigint)");
    }
    try (PreparedStatement insert =
        session.prepareStatement("INSERT INTO queue_job.node VALUES (?, ?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, state);
      insert.setLong(3, lockKey);
      insert.executeUpdate();
    }
    lock(session, lockKey);
  }

  static void lock(Connection session, long lockKey) throws SQLException {
    try (PreparedStatement lock = session.prepareStatement("SELECT pg_advisory_lock(?)")) {
      lock.setLong(1, lockKey);
      lock.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
  }
}
