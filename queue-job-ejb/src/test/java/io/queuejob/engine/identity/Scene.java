package io.queuejob.engine.identity;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.port.protocol.Want;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.claim.ClaimStore;
import io.queuejob.internal.storage.claim.RecoveryStore;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.internal.storage.job.OutcomeStore;
import io.queuejob.internal.storage.node.PulseStore;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.LocalTransactions;
import io.queuejob.testkit.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A database with one function and one node, whose steps the test takes one by one. */
final class Scene implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);

  final DatabaseLogin login = TestDatabase.freshDatabase();
  final Rows rows = new Rows(login);
  final int function;
  final int node;
  final Session session = session();
  final ClaimStore claims = new ClaimStore(session);
  final RecoveryStore recovery = new RecoveryStore(session);
  final PulseStore pulses = new PulseStore(session);
  final LocalTransactions transactions = new LocalTransactions(login.dataSource());
  final OutcomeStore outcomes =
      new OutcomeStore(new JoinedDatabase(transactions.dataSource()), () -> "n#1");
  final CommandStore commands = new CommandStore(new JoinedDatabase(login.dataSource()));
  private final List<Caller> callers = new ArrayList<>();
  private long token = 100;

  Scene() throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(Migrations.script());
    }
    function = function("shop");
    node =
        (int)
            rows.number(
                "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('n', 'shop', 1)"
                    + " RETURNING id");
  }

  int function(String application) throws SQLException {
    return (int)
        rows.number(
            "INSERT INTO queue_job.function (application, name) VALUES (?, 'f') RETURNING id",
            application);
  }

  private Session session() {
    return new Session(
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
  }

  Caller caller() {
    return caller(function);
  }

  Caller caller(int ofFunction) {
    Caller caller = new Caller(login, ofFunction);
    callers.add(caller);
    return caller;
  }

  /** Takes all that waits. */
  List<ClaimedJob> claim() {
    return claims.claim(
        node, ++token, List.of(new Want(function, ChannelPath.ROOT, 100)), List.of());
  }

  /** Ends a run in a transaction of its own. */
  void inJob(Runnable outcome) throws Exception {
    transactions.begin(SOON);
    outcome.run();
    transactions.commit();
  }

  /** Waits until so many sessions wait for a lock. */
  void awaitBlocked(long sessions) throws Exception {
    Await.until(
        "blocked sessions",
        SOON,
        () ->
            rows.number(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event_type = 'Lock'"),
        n -> n == sessions);
  }

  /** State of a job, and whether it has its key. */
  String shows(long job) throws SQLException {
    return rows.one(
        "SELECT state || CASE WHEN blocking_key IS NULL THEN '' ELSE ' blocks' END"
            + " FROM queue_job.job WHERE id = ?",
        job);
  }

  @Override
  public void close() throws Exception {
    for (Caller caller : callers) {
      caller.close();
    }
    session.close();
    TestDatabase.drop(login);
  }
}
