package io.queuejob.engine.sums;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.internal.storage.Session;
import java.sql.Connection;
import java.sql.SQLException;

/** A session as nodes have it. */
final class SessionOf {
  private SessionOf() {}

  static Session login(DatabaseLogin login) {
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
}
