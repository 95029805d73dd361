package io.queuejob.internal.postgres;

import io.queuejob.api.error.StorageException;
import io.queuejob.internal.postgres.DedicatedConnections.Terms;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the schema to this version: numbered SQL files, each run once under a lock, all that are
 * missing in one transaction, and a table of checksums. Migrations are only ever added. An engine
 * runs on a newer schema, too, as long as that serves it: so two adjacent versions run side by side
 * while nodes are replaced one by one.
 */
public final class Migrations {
  private static final long LOCK = 0x5145_4A4F_424DL;

  /** A lock that a migration waits for holds up all that come after it. */
  private static final String BRIEFLY = "SET LOCAL lock_timeout = '2s'";

  private static final int TRIES = 15;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private final DedicatedConnections connections;

  public Migrations(DedicatedConnections connections) {
    this.connections = connections;
  }

  /** The version that this engine needs. */
  public static int needed() {
    return Migration.needed();
  }

  /** The SQL of all migrations in order, for those who run it by hand on an empty database. */
  public static String script() {
    return Migration.TABLE + script(0);
  }

  /**
   * The SQL that is missing on a schema, for those who run it by hand.
   *
   * @param version of the schema
   */
  public static String script(int version) {
    StringBuilder all = new StringBuilder();
    for (int next = version + 1; next <= needed(); next++) {
      Migration migration = Migration.of(next);
      all.append(migration.sql()).append(migration.note());
    }
    return all.toString();
  }

  /**
   * Runs what is missing. Gives way to transactions that hold up a change of a table, for half a
   * minute.
   *
   * @return the schema's version afterwards
   * @throws StorageException if the schema no longer serves this engine, a file differs from what
   *     was run, or the database refused a statement
   */
  public int migrate() {
    try (Connection connection = connections.open(new Terms("migration", 0))) {
      connection.setAutoCommit(false);
      try {
        return migrate(connection, TRIES);
      } finally {
        connection.setAutoCommit(true);
        execute(connection, "RESET ALL");
      }
    } catch (SQLException e) {
      throw new StorageException(
          "QJ3202",
          "schema queue_job could not be brought to version "
              + needed()
              + ": "
              + e.getMessage()
              + "; let the role create it, or run the SQL by hand and set queue-job.migrate=check",
          e);
    }
  }

  private static int migrate(Connection connection, int tries) throws SQLException {
    for (int left = tries - 1; ; left--) {
      try {
        execute(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
        execute(connection, BRIEFLY);
        int version = migrate(connection);
        connection.commit();
        return version;
      } catch (SQLException e) {
        connection.rollback();
        if (left == 0 || !LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw e;
        }
        Log.LOG.log(Level.INFO, "the schema cannot be changed while others use it, trying again");
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /**
   * Looks whether the schema is at this version, or newer and serves it.
   *
   * @return the schema's version
   * @throws StorageException if it is not
   */
  public int check() {
    try (Connection connection = connections.open(new Terms("migration", 0))) {
      boolean exists = exists(connection);
      Map<Integer, Done> done = exists ? done(connection) : Map.of();
      execute(connection, "RESET ALL");
      if (done.size() < needed()) {
        throw new StorageException(
            "QJ3203",
            "expected schema queue_job at version "
                + needed()
                + ", found "
                + (exists ? "version " + done.size() : "none")
                + "; run the missing migrations, or set queue-job.migrate=auto");
      }
      requireServed(done);
      return done.size();
    } catch (SQLException e) {
      throw new StorageException("QJ3202", "schema could not be read: " + e.getMessage(), e);
    }
  }

  private static int migrate(Connection connection) throws SQLException {
    if (!exists(connection)) {
      execute(connection, Migration.TABLE);
    } else if (isOfBeforeTheFirstRelease(connection)) {
      execute(connection, "ALTER TABLE queue_job.migration ADD COLUMN serves int DEFAULT 1");
    }
    Map<Integer, Done> done = done(connection);
    requireServed(done);
    for (int version = 1; version <= needed(); version++) {
      apply(connection, Migration.of(version), done.get(version));
    }
    return Math.max(needed(), done.size());
  }

  private static void requireServed(Map<Integer, Done> done) {
    int oldest = done.values().stream().mapToInt(Done::serves).max().orElse(1);
    if (oldest > needed()) {
      throw new StorageException(
          "QJ3204",
          "expected schema queue_job at a version that serves engines of schema "
              + needed()
              + ", found version "
              + done.size()
              + ", which serves those from "
              + oldest
              + " on: a newer version of the application runs on this database; upgrade this one");
    }
    if (done.size() > needed()) {
      Log.LOG.log(
          Level.INFO,
          "schema queue_job is at version {0}, newer than this engine''s {1}, and serves it",
          done.size(),
          needed());
    }
  }

  private static void apply(Connection connection, Migration migration, Done done)
      throws SQLException {
    if (done == null) {
      execute(connection, migration.sql());
      execute(connection, migration.note());
    } else if (!done.checksum().equals(migration.checksum())) {
      throw new StorageException(
          "QJ3205",
          "migration "
              + migration.file()
              + " differs from what was run on this database; expected checksum "
              + migration.checksum()
              + ", found "
              + done.checksum()
              + ": use a released version of the engine");
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT to_regclass('queue_job.migration')")) {
      return row.next() && row.getString(1) != null;
    }
  }

  private static boolean isOfBeforeTheFirstRelease(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT NOT EXISTS (SELECT FROM pg_attribute
                  WHERE attrelid = 'queue_job.migration'::regclass AND attname = 'serves')
                """)) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * A migration that has run.
   *
   * @param checksum of its file
   * @param serves the oldest schema whose engines run on it
   */
  private record Done(String checksum, int serves) {}

  private static Map<Integer, Done> done(Connection connection) throws SQLException {
    Map<Integer, Done> done = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT version, checksum, serves FROM queue_job.migration")) {
      while (row.next()) {
        done.put(row.getInt(1), new Done(row.getString(2), row.getInt(3)));
      }
    }
    return done;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
