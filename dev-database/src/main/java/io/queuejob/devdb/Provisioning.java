package io.queuejob.devdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Creates roles and databases, each only if it is missing. */
record Provisioning(DevDatabase server) {

  private static final String ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = ?";
  private static final String DATABASE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = ?";

  /** A role that may log in with this password and read all statistics. */
  void role(String name, String password) throws SQLException {
    try (Connection connection = server.superuser("postgres").connect()) {
      String role = identifier(connection, name);
      String verb = exists(connection, ROLE_EXISTS, name) ? "ALTER" : "CREATE";
      String secret = literal(connection, password);
      execute(connection, verb + " ROLE " + role + " LOGIN PASSWORD " + secret);
      execute(connection, "GRANT pg_monitor TO " + role);
    }
  }

  /** A database owned by the role, with pg_stat_statements in it, which the role may reset. */
  void database(String name, String owner) throws SQLException {
    copy("template1", name, owner);
    try (Connection connection = server.superuser(name).connect()) {
      execute(connection, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
      execute(
          connection,
          "GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO " + identifier(connection, owner));
    }
  }

  /** A database with the content of another one to which nobody is connected. */
  void copy(String template, String name, String owner) throws SQLException {
    try (Connection connection = server.superuser("postgres").connect()) {
      if (!exists(connection, DATABASE_EXISTS, name)) {
        execute(
            connection,
            "CREATE DATABASE "
                + identifier(connection, name)
                + " TEMPLATE "
                + identifier(connection, template)
                + " OWNER "
                + identifier(connection, owner));
      }
    }
  }

  /** Ends all sessions of a database and drops it; one that does not exist is fine. */
  void drop(String name) throws SQLException {
    try (Connection connection = server.superuser("postgres").connect()) {
      execute(
          connection, "DROP DATABASE IF EXISTS " + identifier(connection, name) + " WITH (FORCE)");
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String identifier(Connection connection, String name) throws SQLException {
    return connection.unwrap(PGConnection.class).escapeIdentifier(name);
  }

  private static String literal(Connection connection, String text) throws SQLException {
    return "'" + connection.unwrap(PGConnection.class).escapeLiteral(text) + "'";
  }
}
