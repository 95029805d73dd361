package io.queuejob.demo;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerBuilder;
import io.queuejob.servers.ServerKind;
import io.queuejob.servers.setup.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One node of the demo: its database, its server, and the order in which they start and stop. One
 * thread opens it and waits; another one, at a signal, may close it at any moment.
 */
final class DemoStreet {

  static final String APPLICATION = "order-desk";
  static final String ADMIN = "queue-job";
  private static final String DATA_SOURCE = "jdbc/queue";
  private static final String READY_LINE = "ready for data source";
  private static final Duration READY_LIMIT = Duration.ofMinutes(4);

  // a node's default of 64 jobs at once, the sessions of its engine and of the console, and the
  // application's own requests; two nodes stay below the database's limit of 200
  private static final int POOL_SIZE = 80;

  private final DemoOptions options;
  private final Checkout checkout;
  private final Consumer<String> messages;

  // guarded by this: a close waits for the step under way
  private DemoDatabase database;
  private Server server;
  private boolean closed;

  private volatile boolean closing;
  private String jdbcUrl;
  private Secrets admin;

  DemoStreet(DemoOptions options, Checkout checkout, Consumer<String> messages) {
    this.options = options;
    this.checkout = checkout;
    this.messages = messages;
  }

  /** Starts everything and waits until it is ready. */
  void open() throws IOException {
    refuseTakenPort();
    Path home = checkout.home(options.server(), messages);
    Pool pool = openDatabase();
    startServer(home, pool).awaitReady(READY_LIMIT, messages);
  }

  private void refuseTakenPort() throws IOException {
    try (var socket = new ServerSocket(options.port())) {
      assert socket.isBound();
    } catch (IOException e) {
      throw new DemoException(
          "port %d cannot be used: %s%s; stop what holds it, or choose another with --port"
              .formatted(options.port(), e.getMessage(), survivor()));
    }
  }

  /**
   * Names the server of an earlier demo whose launcher was killed, if that is what holds the port.
   */
  private String survivor() throws IOException {
    Path file = pidFile();
    if (!Files.exists(file)) {
      return "";
    }
    long pid = Long.parseLong(Files.readString(file).strip());
    return ProcessHandle.of(pid).isPresent()
        ? " (the server of an earlier ./demo may still run as process " + pid + ")"
        : "";
  }

  private synchronized Pool openDatabase() throws IOException {
    refuseWhenClosing();
    if (options.jdbcUrl().isPresent()) {
      jdbcUrl = options.jdbcUrl().get();
      return ExternalDatabase.pool(jdbcUrl, DATA_SOURCE, POOL_SIZE);
    }
    try (var lock = DemoLock.take(checkout.data())) {
      assert lock != null;
      database = DemoDatabase.open(checkout.data(), options.fresh(), node(), messages);
    }
    DatabaseLogin login = database.login();
    jdbcUrl = login.jdbcUrl();
    return new Pool(DATA_SOURCE, login.url(), login.user(), login.password(), POOL_SIZE);
  }

  private synchronized Server startServer(Path home, Pool pool) throws IOException {
    refuseWhenClosing();
    admin = Secrets.keptIn(checkout.data().resolve("admin.properties"), "admin");
    ServerKind kind = options.server();
    ServerBuilder builder =
        Server.builder(kind)
            .home(home)
            .work(checkout.data().resolve("server-" + options.port()))
            .log(checkout.data().resolve("server-" + options.port() + ".log"))
            .port(options.port())
            .library(checkout.driver())
            .deploy(APPLICATION, checkout.orderDesk())
            .deploy(ADMIN, checkout.console())
            .pool(pool)
            // half the start-up time on two cores
            .jvmOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            .environment("QUEUE_JOB_NODE_NAME", node())
            .environment("QUEUE_JOB_DATASOURCE", DATA_SOURCE)
            .environment("QUEUE_JOB_ADMIN_USER", admin.user())
            .environment("QUEUE_JOB_ADMIN_PASSWORD", admin.password())
            .readyLine(READY_LINE);
    options.channels().ifPresent(channels -> builder.environment("QUEUE_JOB_CHANNELS", channels));
    server = builder.start();
    Files.writeString(pidFile(), Long.toString(server.pid()));
    messages.accept(kind.title() + " starts: process " + server.pid() + ", log in " + server.log());
    return server;
  }

  private void refuseWhenClosing() {
    if (closing) {
      throw new DemoException("told to stop");
    }
  }

  /** Prints the three lines that scripts read. */
  void announce(PrintStream out) {
    out.println(
        "READY app="
            + server.uri(APPLICATION)
            + " admin="
            + server.uri(ADMIN)
            + " jdbc="
            + jdbcUrl);
    out.println("ADMIN user=" + admin.user() + " password=" + admin.password());
    out.println("SERVER pid=" + server.pid());
    out.flush();
  }

  /** Returns when the server has ended, having said so unless it was told to. */
  void awaitEnd() {
    try {
      int code = server.waitFor();
      if (!closing) {
        messages.accept(
            "the server, process "
                + server.pid()
                + ", died with exit code "
                + code
                + "; log in "
                + server.log());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean closing() {
    return closing;
  }

  /** Stops what this node started; at once the second time. */
  void close() {
    closing = true;
    closeOnce();
  }

  private synchronized void closeOnce() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (server != null) {
        stopServer();
      }
    } finally {
      if (database != null) {
        closeDatabase();
      }
    }
  }

  private void stopServer() {
    if (server.isAlive()) {
      messages.accept("stopping the server");
      server.stop();
    }
    try {
      Files.deleteIfExists(pidFile());
    } catch (IOException e) {
      messages.accept("could not delete " + e.getMessage());
    }
  }

  private void closeDatabase() {
    try (var lock = DemoLock.take(checkout.data())) {
      assert lock != null;
      database.close();
    } catch (IOException | RuntimeException e) {
      messages.accept("PostgreSQL could not be stopped: " + e.getMessage());
    }
  }

  private String node() {
    return APPLICATION + "-" + options.port();
  }

  private Path pidFile() throws IOException {
    return checkout.data().resolve("server-" + options.port() + ".pid");
  }
}
