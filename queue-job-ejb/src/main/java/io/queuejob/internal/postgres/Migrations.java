package io.queuejob.internal.postgres;

import io.queuejob.api.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the schema to this version: numbered SQL files, each run once in a transaction of its own
 * under a lock, a table of checksums. Migrations are only ever added.
 */
public final class Migrations {
  private static final List<String> FILES =
      List.of(
          "0001_base.sql",
          "0002_one_check.sql",
          "0003_ids_one_by_one.sql",
          "0004_members_and_orders.sql",
          "0005_identity.sql",
          "0006_graphs.sql",
          "0007_declarations.sql",
          "0008_runs_and_effects.sql",
          "0009_changes_by_people.sql",
          "0010_rows_as_a_whole.sql",
          "0011_room_for_claims.sql",
          "0012_uuids_by_time.sql",
          "0013_bulk_changes.sql",
          "0014_search.sql",
          "0016_desk.sql",
          "0017_functions_and_notices.sql");
  private static final long LOCK = 0x5145_4A4F_424DL;

  private final DedicatedConnections connections;

  public Migrations(DedicatedConnections connections) {
    this.connections = connections;
  }

  /** The version that this engine needs. */
  public static int needed() {
    return FILES.size();
  }

  /** The SQL of all migrations in order, for those who run it by hand. */
  public static String script() {
    StringBuilder all = new StringBuilder("CREATE SCHEMA IF NOT EXISTS queue_job;\n");
    FILES.forEach(file -> all.append(text(file)));
    return all.toString();
  }

  /**
   * Runs what is missing.
   *
   * @return the schema's version afterwards
   * @throws StorageException if the schema is newer than this engine, a file differs from what was
   *     run, or the database refused a statement
   */
  public int migrate() {
    try (Connection connection = connections.open("migration", 0)) {
      connection.setAutoCommit(false);
      try {
        lock(connection);
        int version = migrate(connection);
        connection.commit();
        return version;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
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

  /**
   * Looks whether the schema is at this version.
   *
   * @return the schema's version
   * @throws StorageException if it is not
   */
  public int check() {
    try (Connection connection = connections.open("migration", 0)) {
      boolean exists = exists(connection);
      Map<Integer, String> done = exists ? done(connection) : Map.of();
      execute(connection, "RESET ALL");
      if (done.size() != needed()) {
        throw new StorageException(
            "QJ3203",
            "expected schema queue_job at version "
                + needed()
                + ", found "
                + (exists ? "version " + done.size() : "none")
                + "; run the missing migrations, or set queue-job.migrate=auto");
      }
      return done.size();
    } catch (SQLException e) {
      throw new StorageException("QJ3202", "schema could not be read: " + e.getMessage(), e);
    }
  }

  private static int migrate(Connection connection) throws SQLException {
    if (!exists(connection)) {
      execute(
          connection,
          """
          CREATE SCHEMA IF NOT EXISTS queue_job;
          CREATE TABLE queue_job.migration (
            version  integer PRIMARY KEY,
            file     text NOT NULL,
            checksum text NOT NULL,
            applied  timestamptz NOT NULL DEFAULT clock_timestamp())
          """);
    }
    Map<Integer, String> done = done(connection);
    if (done.size() > needed()) {
      throw new StorageException(
          "QJ3204",
          "expected schema queue_job at version "
              + needed()
              + " or older, found "
              + done.size()
              + ": a newer version of the application runs on this database; upgrade this one");
    }
    for (int version = 1; version <= needed(); version++) {
      apply(connection, version, done.get(version));
    }
    return needed();
  }

  private static void apply(Connection connection, int version, String checksum)
      throws SQLException {
    String file = FILES.get(version - 1);
    String sql = text(file);
    if (checksum == null) {
      execute(connection, sql);
      try (PreparedStatement note =
          connection.prepareStatement(
              "INSERT INTO queue_job.migration (version, file, checksum) VALUES (?, ?, ?)")) {
        note.setInt(1, version);
        note.setString(2, file);
        note.setString(3, sha256(sql));
        note.executeUpdate();
      }
    } else if (!checksum.equals(sha256(sql))) {
      throw new StorageException(
          "QJ3205",
          "migration "
              + file
              + " differs from what was run on this database; expected checksum "
              + checksum
              + ", found "
              + sha256(sql)
              + ": use a released version of the engine");
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT to_regclass('queue_job.migration')")) {
      return row.next() && row.getString(1) != null;
    }
  }

  private static Map<Integer, String> done(Connection connection) throws SQLException {
    Map<Integer, String> done = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT version, checksum FROM queue_job.migration")) {
      while (row.next()) {
        done.put(row.getInt(1), row.getString(2));
      }
    }
    return done;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream("/io/queuejob/migrations/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
