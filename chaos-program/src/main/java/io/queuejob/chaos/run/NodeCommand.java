package io.queuejob.chaos.run;

import io.queuejob.chaos.node.Launch;
import io.queuejob.chaos.node.NodeMain;
import io.queuejob.chaos.sabotage.Break;
import io.queuejob.devdb.DatabaseLogin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a node as an engine outside a server. */
record NodeCommand(DatabaseLogin login, Break how, Path home) implements Launch {

  @Override
  public ProcessBuilder prepare(String name, int port) {
    String url = NodeSettings.url(login, name, port);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-Xss512k",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.util.logging.config.file=" + home.resolve("src/main/nodes.properties"),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                NodeMain.class.getName(),
                name,
                how == null ? url : how.url(url),
                login.user(),
                login.password()));
    NodeSettings.ALL.forEach((key, value) -> command.add(key + "=" + value));
    return new ProcessBuilder(command);
  }

  @Override
  public boolean isServer() {
    return false;
  }
}
