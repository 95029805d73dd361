package io.queuejob.chaos.run;

import io.queuejob.chaos.node.Launch;
import io.queuejob.chaos.node.NodeMain;
import io.queuejob.chaos.sabotage.Break;
import io.queuejob.devdb.DatabaseLogin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a node as an engine outside a server.
 *
 * @param login to the database, past the proxies
 * @param how way in which the engine is broken; null if it is not
 * @param home folder of the module
 * @param versions which version of the engine
 */
record NodeCommand(DatabaseLogin login, Break how, Path home, Versions versions)
    implements Launch {

  @Override
  public ProcessBuilder prepare(String name, int port) {
    return command(name, NodeSettings.url(login, name, port), versions.classPath(name));
  }

  /** One of the older version, past all proxies. */
  ProcessBuilder older(String name) {
    return command(name, login.url(), versions.ofOlder());
  }

  private ProcessBuilder command(String name, String url, String classPath) {
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
                classPath,
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
