package io.queuejob.schema;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.internal.config.Settings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.postgres.DedicatedConnections;
import io.queuejob.internal.postgres.Migrations;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.Session;
import java.sql.Connection;
import java.sql.SQLException;

/** A database of one test class, with the schema and nothing else. */
public final class MigratedDatabase implements AutoCloseable {
  private final DatabaseLogin login = TestDatabase.freshDatabase();

  public MigratedDatabase() {
    Settings settings = SettingsReader.read(key -> null, "test", "node");
    new Migrations(new DedicatedConnections(login.dataSource(), settings.database())).migrate();
  }

  public DatabaseLogin login() {
    return login;
  }

  /** Where each statement stands for itself. */
  JoinedDatabase joined() {
    return new JoinedDatabase(login.dataSource());
  }

  /** A session of its own; the test closes it. */
  Session session() {
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

  @Override
  public void close() {
    TestDatabase.drop(login);
  }
}
