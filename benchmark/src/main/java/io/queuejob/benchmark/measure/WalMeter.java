package io.queuejob.benchmark.measure;

import io.queuejob.devdb.DatabaseLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How many bytes of write-ahead log a database's server has written. */
public final class WalMeter {
  private final DatabaseLogin login;

  public WalMeter(DatabaseLogin login) {
    this.login = login;
  }

  /** Bytes since the server's beginning. */
  public long bytes() throws SQLException {
    return number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
  }

  /** Bytes of a table with its indexes and all that belongs to it. */
  public long sizeOf(String table) throws SQLException {
    return number("SELECT pg_total_relation_size('" + table + "')");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
