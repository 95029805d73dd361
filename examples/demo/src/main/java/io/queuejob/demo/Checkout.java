package io.queuejob.demo;

import io.queuejob.servers.Distributions;
import io.queuejob.servers.ServerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where things are in a checkout: what the build made, and what the demo keeps.
 *
 * @param root the checkout's folder, absolute
 */
public record Checkout(Path root) {

  /**
   * The system property that names the root; without it the root is looked for upwards from here.
   */
  public static final String PROPERTY = "queue-job.checkout";

  /**
   * The checkout that this process works in.
   *
   * @throws IllegalStateException if it runs in none
   */
  public static Checkout current() {
    String named = System.getProperty(PROPERTY);
    Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("examples/demo/pom.xml"))) {
        return new Checkout(folder);
      }
    }
    throw new IllegalStateException(
        "expected to run inside a checkout, found none at or above " + start);
  }

  /** The server's jar. */
  public Path payaraMicro() {
    return built("payara-micro.jar");
  }

  /**
   * The home of a server: what the build has, or what Maven fetches now.
   *
   * @param messages hears that something is fetched
   */
  public Path home(ServerKind kind, Consumer<String> messages) {
    return kind == ServerKind.PAYARA_MICRO
        ? payaraMicro()
        : new Distributions(root.resolve("servers/target/distributions")).get(kind, messages);
  }

  /** The JDBC driver's jar, for the server's class path. */
  public Path driver() {
    return built("postgresql.jar");
  }

  /** The example application, with the engine inside. */
  public Path orderDesk() {
    return built("order-desk.war");
  }

  /** The admin console. */
  public Path console() {
    return built("queue-job.war");
  }

  Path data() throws IOException {
    return Files.createDirectories(root.resolve(".demo"));
  }

  private Path built(String name) {
    return root.resolve("examples/demo/target/dist").resolve(name);
  }
}
