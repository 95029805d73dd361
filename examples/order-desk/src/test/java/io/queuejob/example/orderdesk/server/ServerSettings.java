package io.queuejob.example.orderdesk.server;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.FreePort;
import io.queuejob.devdb.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts a database before the first test in the server, and writes what the server is started
 * with: commands for its data source, and the properties that {@code arquillian.xml} refers to.
 */
public final class ServerSettings implements LauncherSessionListener {
  private static final Path FOLDER = Path.of("target", "server").toAbsolutePath();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    boolean needsServer = System.getenv("MICRO_JAR") != null;
    if (needsServer && System.getProperty("order-desk.port") == null) {
      try {
        System.setProperty("order-desk.commands", commands().toString());
        System.setProperty("order-desk.driver", FOLDER.resolve("postgresql.jar").toString());
        System.setProperty("order-desk.log", FOLDER.resolve("server.log").toString());
        System.setProperty("order-desk.port", Integer.toString(FreePort.any()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Path commands() throws IOException {
    DatabaseLogin login = TestDatabase.freshDatabase();
    String name = login.url().substring(login.url().lastIndexOf('/') + 1);
    return Files.write(
        FOLDER.resolve("commands.txt"),
        List.of(
            "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
            "create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource"
                + " --restype javax.sql.DataSource --maxpoolsize 20"
                + " --property serverName=localhost:portNumber=%d:databaseName=%s:user=%s:password=%s"
                    .formatted(TestDatabase.server().port(), name, login.user(), login.password())
                + " pool",
            "create-jdbc-resource --connectionpoolid pool jdbc/queue"));
  }
}
