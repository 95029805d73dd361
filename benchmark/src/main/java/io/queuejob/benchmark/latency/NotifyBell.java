package io.queuejob.benchmark.latency;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Wakes a worker anywhere by LISTEN and NOTIFY. */
final class NotifyBell implements Bell {
  private static final int MOMENT_MILLIS = 100;

  private final Connection listening;
  private final PGConnection heard;

  NotifyBell(DatabaseLogin login) throws SQLException {
    this.listening = login.connect();
    this.heard = listening.unwrap(PGConnection.class);
    try (Statement statement = listening.createStatement()) {
      statement.execute("LISTEN plain_job");
    }
  }

  @Override
  public void beforeCommit(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("NOTIFY plain_job");
    }
  }

  @Override
  public void afterCommit() {
    // the commit itself has rung
  }

  @Override
  public boolean rings() throws SQLException {
    PGNotification[] rung = heard.getNotifications(MOMENT_MILLIS);
    return rung != null && rung.length > 0;
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (SQLException e) {
      throw new IllegalStateException("could not close the listening session", e);
    }
  }
}
