package io.queuejob.it.container;

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
 * Starts the database before the first test and writes what the server is started with: commands
 * for its connection pool, and the system properties that {@code arquillian.xml} refers to.
 */
public final class ServerSettings implements LauncherSessionListener {

  private static final Path FOLDER = Path.of("target", "server").toAbsolutePath();
  private static final String PREFIX = "queue-job.it.";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty(PREFIX + "port") != null) {
      return;
    }
    try {
      Files.createDirectories(FOLDER);
      System.setProperty(PREFIX + "driver", Wars.jarOf(org.postgresql.Driver.class).toString());
      System.setProperty(PREFIX + "boot-commands", bootCommands().toString());
      System.setProperty(PREFIX + "log", FOLDER.resolve("server.log").toString());
      System.setProperty(PREFIX + "port", Integer.toString(FreePort.any()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path bootCommands() throws IOException {
    DatabaseLogin login = TestDatabase.freshDatabase();
    String name = login.url().substring(login.url().lastIndexOf('/') + 1);
    return Files.write(
        FOLDER.resolve("boot-commands.txt"),
        List.of(
            "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false",
            "create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource"
                + " --restype javax.sql.DataSource --steadypoolsize 2 --maxpoolsize 20"
                + " --property serverName=localhost:portNumber=%d:databaseName=%s:user=%s:password=%s"
                    .formatted(TestDatabase.server().port(), name, login.user(), login.password())
                + " queue-pool",
            "create-jdbc-resource --connectionpoolid queue-pool jdbc/queue"));
  }
}
