package io.queuejob.demo;

import io.queuejob.servers.setup.Pool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** A database that somebody else runs: it is looked at, never started or stopped. */
final class ExternalDatabase {

  private ExternalDatabase() {}

  /**
   * The pool for a URL that carries user and password.
   *
   * @throws DemoException if the URL is incomplete or nobody answers there
   */
  static Pool pool(String url, String jndiName, int maxSize) {
    Properties parts = Driver.parseURL(url, null);
    if (parts == null
        || parts.getProperty("user") == null
        || parts.getProperty("password") == null) {
      throw new DemoException(
          "expected --jdbc-url as jdbc:postgresql://HOST:PORT/DATABASE?user=…&password=…, found '%s'"
              .formatted(url));
    }
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.isValid(1);
    } catch (SQLException e) {
      throw new DemoException(
          "could not connect to the database of --jdbc-url: " + e.getMessage(), e);
    }
    return new Pool(
        jndiName, url, parts.getProperty("user"), parts.getProperty("password"), maxSize);
  }
}
