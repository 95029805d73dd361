package io.queuejob.internal.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Runs named statements on one connection. Null parameters need a cast in the text. */
public final class Statements {
  /** The number of the transaction, which the row that is about to be written needs anyway. */
  private static final String TRANSACTION = "SELECT CAST(pg_current_xact_id() AS text)";

  private final Connection connection;
  private final int timeoutSeconds;

  /** Statements of a session that has a timeout itself. */
  Statements(Connection connection) {
    this(connection, 0);
  }

  /** Statements that are cancelled after a while. */
  Statements(Connection connection, int timeoutSeconds) {
    this.connection = connection;
    this.timeoutSeconds = timeoutSeconds;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    if (timeoutSeconds > 0) {
      statement.setQueryTimeout(timeoutSeconds);
    }
    return statement;
  }

  /**
   * Whether the connection takes no part in a transaction, so that each statement commits by
   * itself.
   */
  public boolean standAlone() throws SQLException {
    if (!connection.getAutoCommit()) {
      return false;
    }
    // the handle of a pool such as Open Liberty's answers so within a transaction, too; the
    // database knows better, since statements that stand alone are transactions of their own
    return !transaction().equals(transaction());
  }

  private String transaction() throws SQLException {
    return first(TRANSACTION, row -> row.getString(1)).orElseThrow();
  }

  /** Number of the connection's backend; 0 if the driver or a pool hides it. */
  public int backend() {
    return backend(connection);
  }

  static int backend(Connection connection) {
    try {
      return connection.unwrap(PGConnection.class).getBackendPID();
    } catch (SQLException hidden) {
      return 0;
    }
  }

  /** Runs a write and returns how many rows moved. */
  public int update(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      Arguments.bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Runs the same write once for each list of parameters and returns the rows moved by each. */
  public int[] updateEach(String sql, List<Object[]> parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      for (Object[] one : parameters) {
        Arguments.bind(statement, one);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  /** Runs a statement that returns rows. */
  public <T> List<T> rows(String sql, Rows.Mapper<T> mapper, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      Arguments.bind(statement, parameters);
      try (ResultSet row = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (row.next()) {
          all.add(mapper.map(row));
        }
        return all;
      }
    }
  }

  /** The first row of a statement; empty if there is none. */
  public <T> Optional<T> first(String sql, Rows.Mapper<T> mapper, Object... parameters)
      throws SQLException {
    return rows(sql, mapper, parameters).stream().findFirst();
  }

  /** A piece of work upon statements. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does the work. */
    T with(Statements statements) throws SQLException;
  }
}
