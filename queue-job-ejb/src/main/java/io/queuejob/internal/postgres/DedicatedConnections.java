package io.queuejob.internal.postgres;

import io.queuejob.api.error.ConfigurationException;
import io.queuejob.api.error.StorageException;
import io.queuejob.internal.config.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Opens the engine's dedicated connections: from settings of their own, or borrowed from the
 * application's data source and kept. Each is READ COMMITTED, in autocommit, with a statement
 * timeout and with keepalives on the server's side, so that a host that vanishes without a word is
 * noticed.
 */
public final class DedicatedConnections {
  private static final Executor SAME_THREAD = Runnable::run;
  private static final int CHECK_TIMEOUT_MILLIS = 5_000;
  private static final int NETWORK_TIMEOUT_MILLIS = 15_000;

  /** A node that freezes between two statements keeps its locks no longer than this. */
  private static final int IDLE_IN_TRANSACTION_MILLIS = 2_000;

  private final DataSource dataSource;
  private final Settings.Database settings;

  public DedicatedConnections(DataSource dataSource, Settings.Database settings) {
    this.dataSource = dataSource;
    this.settings = settings;
  }

  /** JNDI name of the application's data source. */
  String dataSource() {
    return settings.dataSource();
  }

  /**
   * What a session is to be like.
   *
   * @param purpose appended to {@code queue-job} as application name in pg_stat_activity
   * @param statementTimeoutMillis after which the server cancels a statement
   * @param lockTimeoutMillis after which it cancels one that waits for a lock; 0 for the former
   * @param plannedOnce whether a prepared statement is planned once and not for each execution;
   *     only for statements that use the index that is meant whatever their arguments are. Tables
   *     are not read as a whole then, however small they are when the plan is made
   */
  public record Terms(
      String purpose, int statementTimeoutMillis, int lockTimeoutMillis, boolean plannedOnce) {

    /** A session whose statements are planned as the server sees fit, and wait for locks. */
    public Terms(String purpose, int statementTimeoutMillis) {
      this(purpose, statementTimeoutMillis, 0, false);
    }

    private String settings() {
      return """
          SELECT set_config(s.name, s.value, false) FROM (VALUES
            ('application_name', 'queue-job %s'),
            ('statement_timeout', '%d'),
            ('lock_timeout', '%d'),
            ('idle_in_transaction_session_timeout', '%d'),
            ('default_transaction_isolation', 'read committed'),
            ('jit', 'off'),
            ('plan_cache_mode', '%s'),
            ('enable_seqscan', '%s'),
            ('tcp_keepalives_idle', '5'),
            ('tcp_keepalives_interval', '2'),
            ('tcp_keepalives_count', '3'),
            ('tcp_user_timeout', '10000')) AS s (name, value)
          """
          .formatted(
              purpose,
              statementTimeoutMillis,
              lockTimeoutMillis,
              IDLE_IN_TRANSACTION_MILLIS,
              plannedOnce ? "force_generic_plan" : "auto",
              plannedOnce ? "off" : "on");
    }
  }

  /** Opens one. */
  public Connection open(Terms terms) throws SQLException {
    Connection connection =
        settings.directUrl().isPresent()
            ? DriverManager.getConnection(
                settings.directUrl().get(),
                settings.directUser().orElse(null),
                settings.directPassword().orElse(null))
            : dataSource.getConnection();
    try {
      prepare(connection, terms);
      return connection;
    } catch (SQLException | RuntimeException e) {
      giveBack(connection, true); // a pool must not lend it again
      throw e;
    }
  }

  /**
   * Refuses a pooler in the way: behind one, statements of a session reach different backends, and
   * its locks and notifications are nobody's.
   *
   * @throws ConfigurationException QJ3207 if the backend that answers is not the one that the
   *     connection was told of
   */
  public void refusePooler() {
    try {
      Connection connection = open(new Terms("check", CHECK_TIMEOUT_MILLIS));
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
        row.next();
        int told = connection.unwrap(PGConnection.class).getBackendPID();
        if (told != row.getInt(1)) {
          throw new ConfigurationException(
              "QJ3207",
              "expected sessions of PostgreSQL itself, found a pooler between: the connection was"
                  + " told of backend "
                  + told
                  + ", backend "
                  + row.getInt(1)
                  + " answers; set queue-job.direct-url (and direct-user, direct-password) to a way"
                  + " around it");
        }
      } finally {
        giveBack(connection, false);
      }
    } catch (SQLException e) {
      throw new StorageException(
          "QJ3208", "the database could not be asked for its session: " + e.getMessage(), e);
    }
  }

  private static void prepare(Connection connection, Terms terms) throws SQLException {
    connection.setAutoCommit(true);
    connection.setNetworkTimeout(SAME_THREAD, NETWORK_TIMEOUT_MILLIS);
    try (Statement statement = connection.createStatement()) {
      statement.execute(terms.settings());
    }
  }

  /**
   * Gives a connection back as it was lent, so that a pool may lend it again.
   *
   * @param broken whether it must not be lent again
   */
  public void giveBack(Connection connection, boolean broken) {
    try (connection) {
      if (broken) {
        connection.abort(SAME_THREAD);
        return;
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("UNLISTEN *; SELECT pg_advisory_unlock_all(); RESET ALL");
      }
      connection.setNetworkTimeout(SAME_THREAD, 0);
    } catch (SQLException | RuntimeException lost) { // servers raise their own for a dead one
      Log.LOG.log(
          System.Logger.Level.DEBUG, "a dedicated connection ended: {0}", lost.getMessage());
    }
  }
}
