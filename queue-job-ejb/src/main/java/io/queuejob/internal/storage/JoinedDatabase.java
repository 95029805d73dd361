package io.queuejob.internal.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The application's data source: statements take part in the transaction of the thread, and stand
 * each for itself where none is active. None waits for ever: one that a lock elsewhere holds up is
 * cancelled, for no timeout of a server's transactions interrupts it.
 */
public final class JoinedDatabase implements Database {
  private static final int STATEMENT_SECONDS = 10;

  private final DataSource dataSource;

  public JoinedDatabase(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  @Override
  public <T> T run(String what, Statements.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.with(new Statements(connection, STATEMENT_SECONDS));
    } catch (SQLException e) {
      throw new SqlFailure("could not " + what, e);
    }
  }
}
