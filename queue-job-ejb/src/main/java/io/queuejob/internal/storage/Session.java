package io.queuejob.internal.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * One dedicated connection of the engine, opened when needed and again after it was lost. Used by
 * one thread at a time; takes no part in the application's transactions.
 */
public final class Session implements AutoCloseable {
  private final Source source;
  private Connection connection;

  /** Opens a prepared dedicated connection. */
  @FunctionalInterface
  public interface Source {
    /** Opens it. */
    Connection open() throws SQLException;
  }

  public Session(Source source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Runs statements, each standing for itself.
   *
   * @param what for the message of a failure
   * @throws SqlFailure if the database refused one, or the connection was lost
   */
  public synchronized <T> T run(String what, Statements.Work<T> work) {
    try {
      return work.with(new Statements(current()));
    } catch (SQLException e) {
      dropIfLost(e);
      throw new SqlFailure("could not " + what, e);
    }
  }

  /**
   * Runs statements in one transaction of this session, committed if the work returns.
   *
   * @param what for the message of a failure
   * @throws SqlFailure if the database refused one, or the connection was lost
   */
  public synchronized <T> T transact(String what, Statements.Work<T> work) {
    try {
      Connection at = current();
      at.setAutoCommit(false);
      try {
        T result = work.with(new Statements(at));
        at.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        at.rollback();
        throw e;
      } finally {
        at.setAutoCommit(true);
      }
    } catch (SQLException e) {
      dropIfLost(e);
      throw new SqlFailure("could not " + what, e);
    }
  }

  private Connection current() throws SQLException {
    if (connection == null || connection.isClosed()) {
      connection = source.open();
    }
    return connection;
  }

  private void dropIfLost(SQLException error) {
    if (SqlStates.isConnectionLost(error) || isBroken()) {
      close();
    }
  }

  private boolean isBroken() {
    try {
      return connection != null && (connection.isClosed() || !connection.getAutoCommit());
    } catch (SQLException e) {
      return true;
    }
  }

  /** Closes the connection; the next use opens another. */
  @Override
  public synchronized void close() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException ignored) {
        // The connection is given up; whether the server heard of it changes nothing.
      }
    }
  }
}
