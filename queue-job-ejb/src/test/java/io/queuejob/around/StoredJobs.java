package io.queuejob.around;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.Session;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database with jobs in the states and of the ages that a test wants. */
final class StoredJobs implements AutoCloseable {
  final DatabaseLogin login = TestDatabase.freshDatabase();
  final Rows rows = new Rows(login);
  private final List<Session> sessions = new ArrayList<>();

  StoredJobs() throws SQLException {
    try (Connection connection = login.connect();
        var statement = connection.createStatement()) {
      statement.execute(Migrations.script());
    }
  }

  /** A session of its own, closed with the database. */
  Session session() {
    Session session =
        new Session(
            new Session.Source() {
              @Override
              public Connection open() throws SQLException {
                return login.connect();
              }

              @Override
              public void giveBack(Connection connection, boolean broken) {
                try {
                  connection.close();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    sessions.add(session);
    return session;
  }

  /** A channel's row with this retention; null for none. */
  void channel(String path, Integer days) throws SQLException {
    rows.update(
        "INSERT INTO queue_job.channel (path, retention_days) VALUES (?, ?)"
            + " ON CONFLICT (path) DO UPDATE SET retention_days = EXCLUDED.retention_days",
        path,
        days);
  }

  /** A job that came to its state so many days before an instant. */
  long job(String channel, String state, double daysAgo, String now) throws SQLException {
    return rows.number(
        """
        INSERT INTO queue_job.job (function_id, channel, state, waits, failed, finished, changed,
          token, origin)
        SELECT 1, ?, s.state, s.state = 'pending', s.state = 'failed',
          CASE WHEN s.state IN ('done', 'cancelled') THEN s.at END, s.at,
          CASE WHEN s.state = 'enqueued' THEN 1 END, 'engine'
        FROM (VALUES (?, ?::timestamptz - ? * interval '24 hours')) AS s(state, at) RETURNING id
        """,
        channel,
        state,
        now,
        daysAgo);
  }

  /** The ids that are still there. */
  List<Long> left() throws SQLException {
    String ids = rows.one("SELECT string_agg(id::text, ',' ORDER BY id) FROM queue_job.job");
    return ids == null
        ? List.of()
        : java.util.Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
  }

  @Override
  public void close() {
    sessions.forEach(Session::close);
    TestDatabase.drop(login);
  }
}
