package io.queuejob.chaos.run;

import io.queuejob.chaos.node.Launch;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.FreePort;
import io.queuejob.devdb.programs.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a node as a Payara Micro server with the application.
 *
 * @param login to the database, past the proxies
 * @param war module with the application and the server
 * @param folder of the run
 */
record ServerCommand(DatabaseLogin login, Path war, Path folder) implements Launch {

  @Override
  public ProcessBuilder prepare(String name, int port) throws IOException {
    Path work = folder.resolve(name);
    // what a killed server left
    Trees.delete(work);
    Files.createDirectories(work);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + work);
    command.add("-Dqueue-job.node-name=" + name);
    command.add("-Dqueue-job.datasource=jdbc/queue");
    NodeSettings.ALL.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", existing("target/server/payara-micro.jar"), "--nocluster"));
    command.addAll(List.of("--port", Integer.toString(FreePort.any())));
    command.addAll(List.of("--logproperties", existing("src/main/server/logging.properties")));
    command.addAll(List.of("--prebootcommandfile", existing("src/main/server/boot-commands.txt")));
    command.addAll(List.of("--addlibs", existing("target/server/postgresql.jar")));
    command.addAll(List.of("--deploy", existing("target/chaos.war")));
    ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "CHAOS_URL", NodeSettings.url(login, name, port),
                "CHAOS_USER", login.user(),
                "CHAOS_PASSWORD", login.password()));
    return builder;
  }

  @Override
  public boolean isServer() {
    return true;
  }

  private String existing(String name) throws IOException {
    Path file = war.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "expected what a server needs; build the module chaos-war");
    }
    return file.toString();
  }
}
