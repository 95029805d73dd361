package io.queuejob.chaos.run;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.DevDatabase;
import io.queuejob.devdb.DevDatabase.StopMode;
import io.queuejob.devdb.programs.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where a run takes place: a folder with logs and a durable PostgreSQL of its own.
 *
 * @param folder all that the run leaves
 * @param database the server
 * @param login to the run's database
 */
record Place(Path folder, DevDatabase database, DatabaseLogin login) implements AutoCloseable {
  private static final String ROLE = "queue_job";

  static Place open(Path target, String tables) throws IOException, SQLException {
    Path folder = target.resolve("run");
    var builder =
        DevDatabase.builder()
            .data(folder.resolve("database"))
            .binaries(target.resolve("binaries"))
            .messages(message -> {});
    if (Files.exists(folder.resolve("database"))) {
      builder.adopt().ifPresent(left -> left.stop(StopMode.IMMEDIATE));
    }
    Trees.delete(folder);
    Files.createDirectories(folder);
    DevDatabase database =
        builder
            .setting("max_connections", "500")
            .setting("shared_buffers", "128MB")
            .setting("log_disconnections", "on")
            .start();
    try {
      DatabaseLogin login = database.provision("chaos", ROLE, "chaos");
      try (Connection connection = login.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(tables);
      }
      grantSignals(database);
      return new Place(folder, database, login);
    } catch (SQLException | RuntimeException e) {
      database.stop(StopMode.IMMEDIATE);
      throw e;
    }
  }

  /** Who ends sessions is the owner of them, so nothing more is needed than to see them. */
  private static void grantSignals(DevDatabase database) throws SQLException {
    try (Connection connection = database.superuser("chaos").connect();
        Statement statement = connection.createStatement()) {
      statement.execute("GRANT pg_monitor TO " + ROLE);
    }
  }

  @Override
  public void close() {
    database.stop(StopMode.IMMEDIATE);
  }
}
