package io.queuejob.devdb.command;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.DevDatabase;
import io.queuejob.devdb.DevDatabaseBuilder;
import io.queuejob.devdb.DevDatabaseException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A PostgreSQL for trying things out: runs until it is interrupted, and keeps its data. */
public final class DatabaseCommand {

  private static final String USAGE =
      """
      Usage: ./database [options]

      Starts a PostgreSQL on this machine, for trying things out, with a database, a
      role and a password of the same name, and runs it until Ctrl-C. The data stays
      in .database/ and is there again at the next start.

        --port N     port, default 5432
        --name NAME  name of database, role and password, default app
        --help       this text""";

  private DatabaseCommand() {}

  /**
   * What was asked for.
   *
   * @param port where the server listens
   * @param name of database, role and password
   */
  record Options(int port, String name) {

    /**
     * Reads the command's words.
     *
     * @throws IllegalArgumentException saying what was expected and found
     */
    static Options of(String... words) {
      int port = 5432;
      String name = "app";
      for (int i = 0; i < words.length; i += 2) {
        String value = i + 1 < words.length ? words[i + 1] : "";
        switch (words[i]) {
          case "--port" -> port = port(value);
          case "--name" -> name = name(value);
          default ->
              throw new IllegalArgumentException(
                  "expected --port, --name or --help, found '" + words[i] + "'");
        }
      }
      return new Options(port, name);
    }

    private static int port(String text) {
      if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
        throw new IllegalArgumentException("expected a port after --port, found '" + text + "'");
      }
      return Integer.parseInt(text);
    }

    private static String name(String text) {
      if (!text.matches("[a-z][a-z0-9_]{0,30}")) {
        throw new IllegalArgumentException(
            "expected a name of small letters, digits and _ after --name, found '" + text + "'");
      }
      return text;
    }
  }

  /** Runs until the process is told to end. */
  public static void main(String... words) throws InterruptedException {
    if (words.length == 1 && words[0].equals("--help")) {
      System.out.println(USAGE);
      return;
    }
    try {
      Options options = Options.of(words);
      DevDatabase server = start(Path.of(".database"), options);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-database"));
      DatabaseLogin login = server.provision(options.name(), options.name(), options.name());
      System.out.println("PostgreSQL is ready: " + login.jdbcUrl() + "\nCtrl-C ends it.");
    } catch (IllegalArgumentException | IllegalStateException | DevDatabaseException e) {
      System.err.println("database: " + e.getMessage());
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  /**
   * Starts a server.
   *
   * @throws IllegalStateException if one runs on the same data
   * @throws DevDatabaseException if it cannot be had on that port
   */
  static DevDatabase start(Path folder, Options options) {
    DevDatabaseBuilder builder =
        DevDatabase.builder().data(folder.resolve("data")).port(options.port());
    Optional<DevDatabase> running = builder.adopt();
    if (running.isPresent()) {
      throw new IllegalStateException(
          "expected no server on %s, found one on port %d (process %d); use it, or end it first"
              .formatted(running.get().data(), running.get().port(), running.get().pid()));
    }
    return builder.start();
  }
}
