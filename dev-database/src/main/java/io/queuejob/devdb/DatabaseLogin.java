package io.queuejob.devdb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database and who logs in to it.
 *
 * @param url {@code jdbc:postgresql://localhost:port/name}, without user and password; never null
 * @param user the role's name; never null
 * @param password the role's password; never null, safe inside a URL as the generated ones are
 *     hexadecimal
 */
public record DatabaseLogin(String url, String user, String password) {

  /** Refuses null parts. */
  public DatabaseLogin {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  /** The URL with user and password as parameters: all that a client needs. */
  public String jdbcUrl() {
    return url + "?user=" + user + "&password=" + password;
  }

  /**
   * A new connection in autocommit mode; the caller closes it.
   *
   * @throws SQLException if the server refuses or is gone
   */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** A data source that opens a new connection on every call; pool it if that matters. */
  public DataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }
}
