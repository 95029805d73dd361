package io.queuejob.devdb;

import io.queuejob.devdb.programs.PostgresPrograms;
import io.queuejob.devdb.programs.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The server that all tests of one JVM share: started by the first of them under {@code target/} of
 * the module, stopped and deleted at the end of the JVM. It runs in a foreign time zone and without
 * fsync; all else is as in the demo.
 *
 * <p>A JVM that was killed leaves its server behind; the next one in the same module removes it.
 */
public final class TestDatabase {

  /** The role that owns every test database, named as the engine's own role is in the demo. */
  public static final String ROLE = "queue_job";

  private static final String TIME_ZONE = "Pacific/Chatham";
  private static final String TEMPLATE = "queue_job_template";
  private static final Path FOLDERS = Path.of("target", "test-database").toAbsolutePath();
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final String PASSWORD = DataFolder.newPassword();

  private static DevDatabase server;

  private TestDatabase() {}

  /**
   * A new empty database, owned by {@link #ROLE}, with pg_stat_statements in it. It stays until the
   * end of the JVM unless it is dropped.
   *
   * @throws DevDatabaseException if PostgreSQL cannot be had: tests then fail, they never skip
   */
  public static DatabaseLogin freshDatabase() {
    DevDatabase running = server();
    String name = "test_" + COUNTER.incrementAndGet();
    try {
      new Provisioning(running).copy(TEMPLATE, name, ROLE);
    } catch (SQLException e) {
      throw new DevDatabaseException(
          "could not create test database " + name + ": " + e.getMessage(), e);
    }
    return running.login(name, ROLE, PASSWORD);
  }

  /**
   * Drops a database of {@link #freshDatabase}, ending all its sessions; one already dropped is
   * fine.
   */
  public static void drop(DatabaseLogin database) {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    try {
      new Provisioning(server()).drop(name);
    } catch (SQLException e) {
      throw new DevDatabaseException("could not drop " + name + ": " + e.getMessage(), e);
    }
  }

  /** The server itself, for tests that look at it as superuser or restart it. */
  public static synchronized DevDatabase server() {
    if (server == null) {
      try {
        server = start();
      } catch (IOException e) {
        throw new DevDatabaseException("could not prepare " + FOLDERS + ": " + e, e);
      }
    }
    return server;
  }

  private static DevDatabase start() throws IOException {
    Files.createDirectories(FOLDERS);
    removeLeftovers();
    Path mine = FOLDERS.resolve(Long.toString(ProcessHandle.current().pid()));
    DevDatabase started =
        DevDatabase.builder()
            .data(mine.resolve("data"))
            .binaries(sharedBinaries())
            .timeZone(TIME_ZONE)
            .locale("C")
            .setting("fsync", "off")
            .start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> remove(started, mine), "stop-test-database"));
    started.provision(TEMPLATE, ROLE, PASSWORD);
    return started;
  }

  /**
   * One unpacked copy for all modules and checkouts of a user, in a folder that only that user can
   * write to.
   */
  private static Path sharedBinaries() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path shared = temporary.resolve("queue-job-postgres-" + System.getProperty("user.name"));
    Files.createDirectories(shared);
    boolean own = Files.getOwner(shared).equals(Files.getOwner(FOLDERS));
    return own ? shared : FOLDERS.resolve("binaries");
  }

  private static void remove(DevDatabase started, Path folder) {
    try {
      started.stop(DevDatabase.StopMode.IMMEDIATE);
      Trees.delete(folder);
    } catch (IOException | DevDatabaseException e) {
      System.err.println("Test database not removed: " + e.getMessage());
    }
  }

  private static void removeLeftovers() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDERS)) {
      for (Path folder : (Iterable<Path>) folders::iterator) {
        String name = folder.getFileName().toString();
        if (name.matches("\\d+") && !Postmaster.runs(Long.parseLong(name))) {
          removeLeftover(folder);
        }
      }
    }
  }

  private static void removeLeftover(Path folder) {
    Optional<Postmaster> left = Postmaster.on(folder.resolve("data"));
    try {
      if (left.isPresent()) {
        PostgresPrograms.signal(left.get().pid(), "QUIT");
        Await.until(Duration.ofSeconds(20), () -> !Postmaster.runs(left.get().pid()));
      }
      Trees.delete(folder);
    } catch (IOException e) {
      // a test JVM that starts at the same moment may have been faster
      System.err.println("Left over test database not removed: " + e);
    }
  }
}
