package io.queuejob.internal.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Connections of one session after another: before a new one is used, the lost one is ended, so
 * that nothing that it was sent can come about any more. One that was given back is not lost.
 * Guarded by its session.
 */
public final class Succession implements Session.Source {
  /** When this session began. */
  private static final String STARTED =
      "SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()";

  /**
   * Ends the lost session if it still lives, and waits for its end. Parameters: its backend, when
   * it began, for numbers of backends come again.
   */
  private static final String END_LOST =
      """
      SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity
      WHERE pid = ? AND backend_start = ? AND usename = current_user AND pid <> pg_backend_pid()
        AND application_name LIKE 'queue-job %'
      """;

  private final Session.Source source;
  private int lost;
  private Instant started;

  public Succession(Session.Source source) {
    this.source = source;
  }

  @Override
  public Connection open() throws SQLException {
    Connection fresh = source.open();
    try {
      Statements statements = new Statements(fresh);
      if (started != null) {
        ended(statements.rows(END_LOST, row -> row.getBoolean(1), lost, started));
      }
      started = statements.first(STARTED, row -> Rows.instant(row, "backend_start")).orElse(null);
      lost = Statements.backend(fresh);
      return fresh;
    } catch (SQLException | RuntimeException e) {
      source.giveBack(fresh, true);
      throw e;
    }
  }

  private static void ended(List<Boolean> each) throws SQLException {
    if (each.contains(false)) {
      throw new SQLException(
          "expected the session before this one to end within 2 s, found it alive; trying again");
    }
  }

  @Override
  public void giveBack(Connection connection, boolean broken) {
    if (!broken) {
      started = null; // not lost: a pool may lend it to another session of the engine
    }
    source.giveBack(connection, broken);
  }
}
