package io.queuejob.internal.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * One dedicated connection of the engine, opened when needed and again after it was lost. Used by
 * one thread at a time; takes no part in the application's transactions.
 */
public final class Session implements Database, AutoCloseable {
  private final Source source;
  private Connection connection;
  private volatile int backend;

  /** Lends prepared dedicated connections. */
  public interface Source {
    /** Opens one. */
    Connection open() throws SQLException;

    /** Takes one back; if it is broken it must not be lent again. */
    void giveBack(Connection connection, boolean broken);
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
  @Override
  public synchronized <T> T run(String what, Statements.Work<T> work) {
    try {
      return work.with(new Statements(current()));
    } catch (SQLException e) {
      dropIfLost(e);
      throw new SqlFailure("could not " + what, e);
    } catch (RuntimeException e) {
      dropIfLost(e);
      throw e;
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
      T result;
      try {
        result = work.with(new Statements(at));
        at.commit();
      } catch (SQLException | RuntimeException e) {
        undo(at, e);
        throw e;
      }
      at.setAutoCommit(true);
      return result;
    } catch (SQLException e) {
      dropIfLost(e);
      throw new SqlFailure("could not " + what, e);
    } catch (RuntimeException e) {
      dropIfLost(e);
      throw e;
    }
  }

  /** What fails on the way back says less than what failed first. */
  private static void undo(Connection at, Exception cause) {
    try {
      at.rollback();
      at.setAutoCommit(true);
    } catch (SQLException | RuntimeException further) {
      cause.addSuppressed(further);
    }
  }

  /** Number of the session's backend; 0 if there is none at the moment. Never waits. */
  public int backend() {
    return backend;
  }

  private Connection current() throws SQLException {
    if (connection == null || connection.isClosed()) {
      connection = source.open();
      backend = Statements.backend(connection);
    }
    return connection;
  }

  private void dropIfLost(Exception error) {
    if (SqlStates.isConnectionLost(error) || isBroken()) {
      giveBack(true);
    }
  }

  /** A server's pool may raise its own unchecked exceptions for a session that ended. */
  private boolean isBroken() {
    try {
      return connection != null && (connection.isClosed() || !connection.getAutoCommit());
    } catch (SQLException | RuntimeException e) {
      return true;
    }
  }

  private void giveBack(boolean broken) {
    Connection old = connection;
    connection = null;
    backend = 0;
    if (old != null) {
      source.giveBack(old, broken);
    }
  }

  /** Gives the connection back; the next use opens another. */
  @Override
  public synchronized void close() {
    giveBack(false);
  }
}
