package io.queuejob.internal.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * The application's data source: statements take part in the transaction of the thread, and stand
 * each for itself where none is active.
 */
public final class JoinedDatabase {
  private final DataSource dataSource;

  public JoinedDatabase(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
  }

  /**
   * Runs statements on a connection of the data source.
   *
   * @param what for the message of a failure, such as "complete job 17"
   * @throws SqlFailure if the database refused one
   */
  public <T> T run(String what, Statements.Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return work.with(new Statements(connection));
    } catch (SQLException e) {
      throw new SqlFailure("could not " + what, e);
    }
  }
}
