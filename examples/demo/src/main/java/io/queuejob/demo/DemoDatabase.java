package io.queuejob.demo;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.DevDatabase;
import io.queuejob.devdb.DevDatabase.StopMode;
import io.queuejob.devdb.DevDatabaseBuilder;
import io.queuejob.devdb.DevDatabaseException;
import io.queuejob.devdb.programs.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The demo's own database under {@code .demo}: durable, on the port of its last run if that is
 * free, shared by all nodes of the checkout, stopped with the last of them.
 */
final class DemoDatabase {

  static final String NAME = "order_desk";
  static final String ROLE = "queue_job";

  private final DevDatabase server;
  private final DatabaseLogin login;
  private final String node;
  private final Consumer<String> messages;

  private DemoDatabase(
      DevDatabase server, DatabaseLogin login, String node, Consumer<String> messages) {
    this.server = server;
    this.login = login;
    this.node = node;
    this.messages = messages;
  }

  /**
   * Starts or adopts the database.
   *
   * @param folder the demo's folder
   * @param fresh whether to drop what is there, unless a node is alive on it
   * @param node the name of the node that will use it
   * @param messages who hears what happens
   */
  static DemoDatabase open(Path folder, boolean fresh, String node, Consumer<String> messages)
      throws IOException {
    Path data = folder.resolve("database");
    if (fresh && Files.exists(data)) {
      drop(data, messages);
    }
    DevDatabase server = server(data, messages).start();
    messages.accept(
        "PostgreSQL %s: port %d, process %d, data in %s"
            .formatted(
                server.adopted() ? "adopted" : "started", server.port(), server.pid(), data));
    try {
      Secrets secrets = Secrets.keptIn(folder.resolve("database.properties"), ROLE);
      DatabaseLogin login = server.provision(NAME, ROLE, secrets.password());
      return new DemoDatabase(server, login, node, messages);
    } catch (IOException | DevDatabaseException e) {
      if (!server.adopted()) {
        server.stop(StopMode.FAST);
      }
      throw e;
    }
  }

  private static DevDatabaseBuilder server(Path data, Consumer<String> messages) {
    return DevDatabase.builder().data(data).messages(messages);
  }

  private static void drop(Path data, Consumer<String> messages) throws IOException {
    Optional<DevDatabase> running = server(data, messages).adopt();
    if (running.isPresent()) {
      stopUnlessUsed(running.get());
    }
    Trees.delete(data);
    messages.accept("dropped " + data);
  }

  private static void stopUnlessUsed(DevDatabase running) {
    List<String> alive = aliveOn(running, "");
    if (!alive.isEmpty()) {
      throw new DemoException(
          "--fresh would drop the data of a running node: %s on port %d; stop it first"
              .formatted(String.join(", ", alive), running.port()));
    }
    running.stop(StopMode.FAST);
  }

  DatabaseLogin login() {
    return login;
  }

  /**
   * Stops the server, unless another node is alive on it; then the next demo on this data takes it
   * over.
   */
  void close() {
    if (!server.isAlive()) {
      messages.accept("PostgreSQL is gone already");
      return;
    }
    List<String> alive = aliveOn(server, node);
    if (alive.isEmpty()) {
      server.stop(StopMode.FAST);
      messages.accept("PostgreSQL stopped");
    } else {
      messages.accept(
          "PostgreSQL stays on port %d (process %d): alive on it: %s. The next ./demo adopts it."
              .formatted(server.port(), server.pid(), String.join(", ", alive)));
    }
  }

  private static List<String> aliveOn(DevDatabase server, String node) {
    try (Connection connection = server.superuser(NAME).connect()) {
      return LiveNodes.others(connection, node);
    } catch (SQLException e) {
      // a database that cannot be asked serves no node; one that was never made is the plain case
      return List.of();
    }
  }
}
