package io.queuejob.benchmark.run;

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
 * A fresh durable PostgreSQL for one run. Beyond PostgreSQL's defaults only checkpoints are kept
 * out of the rounds; fsync and synchronous commit are on.
 */
public final class BenchDatabase implements AutoCloseable {

  private static final String NAME = "bench";
  private static final String ROLE = "queue_job";

  private final DevDatabase server;
  private final DatabaseLogin login;

  private BenchDatabase(DevDatabase server, DatabaseLogin login) {
    this.server = server;
    this.login = login;
  }

  /** Starts one below a folder; what an earlier run left there is dropped. */
  public static BenchDatabase open(Path folder) throws IOException {
    Path data = folder.resolve("database");
    var builder = DevDatabase.builder().data(data).messages(message -> {});
    if (Files.exists(data)) {
      builder.adopt().ifPresent(left -> left.stop(StopMode.IMMEDIATE));
      Trees.delete(data);
    }
    DevDatabase server =
        builder
            .setting("max_wal_size", "8GB")
            .setting("checkpoint_timeout", "1h")
            .setting("shared_buffers", "512MB")
            .start();
    try {
      return new BenchDatabase(server, server.provision(NAME, ROLE, "bench"));
    } catch (RuntimeException e) {
      server.stop(StopMode.IMMEDIATE);
      throw e;
    }
  }

  public DatabaseLogin login() {
    return login;
  }

  /** Another empty database on the same server. */
  public DatabaseLogin another(String name) {
    return server.provision(name, ROLE, "bench");
  }

  /** The server itself, for what needs its superuser or its log. */
  public DevDatabase server() {
    return server;
  }

  public void checkpoint() throws SQLException {
    try (Connection connection = server.superuser(NAME).connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }

  @Override
  public void close() {
    server.stop(StopMode.IMMEDIATE);
  }
}
