package io.queuejob.devdb;

import io.queuejob.devdb.programs.PostgresBinaries;
import io.queuejob.devdb.programs.PostgresPrograms;
import io.queuejob.devdb.programs.RunAs;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A PostgreSQL server on a data folder of the caller's. Get one from {@link #builder()}; it runs
 * until {@link #stop} or {@link #close}, even beyond the end of this JVM. Not safe for use by
 * several threads at once.
 */
public final class DevDatabase implements AutoCloseable {

  private static final int PORT_ATTEMPTS = 3;

  /** How a server is stopped. */
  public enum StopMode {
    /** Sessions are ended, everything is written: the next start needs no recovery. */
    FAST("INT"),
    /** As after a power cut: the next start recovers from the write-ahead log. */
    IMMEDIATE("QUIT");

    private final String signal;

    StopMode(String signal) {
      this.signal = signal;
    }
  }

  private final DataFolder folder;
  private final Path binaries;
  private final StartSettings settings;
  private Postmaster postmaster;
  private boolean adopted;

  private DevDatabase(DataFolder folder, Path binaries, StartSettings settings) {
    this.folder = folder;
    this.binaries = binaries;
    this.settings = settings;
  }

  /** A builder with the defaults; its data folder must be set. */
  public static DevDatabaseBuilder builder() {
    return new DevDatabaseBuilder();
  }

  static DevDatabase start(Path data, Path binaries, StartSettings settings) {
    try {
      DevDatabase database = on(data, binaries, settings);
      database.launchOrAdopt(settings.port());
      return database;
    } catch (IOException e) {
      throw new DevDatabaseException(
          "could not start PostgreSQL on " + data + ": " + e.getMessage(), e);
    }
  }

  static Optional<DevDatabase> adopt(Path data, Path binaries, StartSettings settings) {
    try {
      DevDatabase database = on(data, binaries, settings);
      return database.adopt() ? Optional.of(database) : Optional.empty();
    } catch (IOException e) {
      throw new DevDatabaseException("could not look at " + data + ": " + e.getMessage(), e);
    }
  }

  private static DevDatabase on(Path data, Path binaries, StartSettings settings)
      throws IOException {
    Files.createDirectories(data.getParent());
    // the server's own idea of its folder's path, by which it is recognised later
    Path real = data.getParent().toRealPath().resolve(data.getFileName());
    return new DevDatabase(new DataFolder(real), binaries, settings);
  }

  /** The server's main process, for signals; of the last server if it was stopped. */
  public long pid() {
    return postmaster.pid();
  }

  /** The TCP port on localhost; of the last server if it was stopped. */
  public int port() {
    return postmaster.port();
  }

  /** Whether the server ran already when this object was made. */
  public boolean adopted() {
    return adopted;
  }

  /** Whether the server's main process exists now. */
  public boolean isAlive() {
    return Postmaster.runs(postmaster.pid());
  }

  /** The data folder, absolute. */
  public Path data() {
    return folder.path();
  }

  /** The file that the server writes its log to. */
  public Path log() {
    return folder.log();
  }

  /** A URL that carries user and password. */
  public String jdbcUrl(String database, String user, String password) {
    return login(database, user, password).jdbcUrl();
  }

  /** A login to a database of this server; nothing is created or checked. */
  public DatabaseLogin login(String database, String user, String password) {
    String url = "jdbc:postgresql://localhost:" + port() + "/" + database;
    return new DatabaseLogin(url, user, password);
  }

  /** The superuser's login to a database of this server. */
  public DatabaseLogin superuser(String database) {
    try {
      return login(database, DataFolder.SUPERUSER, folder.superuserPassword());
    } catch (IOException e) {
      throw new DevDatabaseException(
          "expected the superuser's password in the data folder, found " + e, e);
    }
  }

  /**
   * Makes sure that a role and a database owned by it exist, with pg_stat_statements in it, which
   * that role may read and reset. What exists already keeps its content; the role gets this
   * password.
   *
   * @throws DevDatabaseException if the server refuses
   */
  public DatabaseLogin provision(String database, String role, String password) {
    var provisioning = new Provisioning(this);
    try {
      provisioning.role(role, password);
      provisioning.database(database, role);
    } catch (SQLException e) {
      throw new DevDatabaseException(
          "could not create database " + database + ": " + e.getMessage(), e);
    }
    return login(database, role, password);
  }

  /** Stops the server, or sees that it died, and starts it again on the same port. */
  public void restart(StopMode mode) {
    stop(mode);
    try {
      launchOrAdopt(postmaster.port());
    } catch (IOException e) {
      throw new DevDatabaseException("could not start again: " + e.getMessage(), e);
    }
  }

  /**
   * Stops the server and waits for the end of its main process; does nothing if it does not run.
   *
   * @throws DevDatabaseException if it does not end before the deadline
   */
  public void stop(StopMode mode) {
    if (!isAlive()) {
      return;
    }
    long pid = postmaster.pid();
    signal(mode);
    if (!Await.until(settings.deadline(), () -> !Postmaster.runs(pid))) {
      throw new DevDatabaseException(
          "expected process %d to end within %d s of signal %s, found it running. %s"
              .formatted(pid, settings.deadline().toSeconds(), mode.signal, folder.logTail()));
    }
  }

  /** Stops the server with {@link StopMode#FAST}. */
  @Override
  public void close() {
    stop(StopMode.FAST);
  }

  private void signal(StopMode mode) {
    try {
      PostgresPrograms.signal(postmaster.pid(), mode.signal);
    } catch (IOException e) {
      throw new DevDatabaseException("could not signal process " + postmaster.pid() + ": " + e, e);
    }
  }

  private void launchOrAdopt(int port) throws IOException {
    if (!adopt()) {
      launch(port);
    }
  }

  private boolean adopt() {
    Optional<Postmaster> found = Postmaster.on(folder.path());
    if (found.isEmpty()) {
      return false;
    }
    postmaster = found.get();
    adopted = awaitReady();
    return adopted;
  }

  private void launch(int wantedPort) throws IOException {
    Path home = PostgresBinaries.unpackedIn(binaries);
    RunAs runAs = RunAs.choose(home, folder.path().getParent());
    settings.messages().accept("PostgreSQL runs " + runAs.description());
    var programs = new PostgresPrograms(home, runAs);
    folder.createIfMissing(programs, settings.locale());
    if (folder.removeStaleMark(settings.deadline())) {
      settings.messages().accept("removed the mark of a server that is gone: " + Postmaster.FILE);
    }
    for (int attempt = 1; !launchOn(choosePort(wantedPort, attempt), programs); attempt++) {
      boolean portTaken = wantedPort == 0 && folder.logTail().contains("Address already in use");
      if (!portTaken || attempt == PORT_ATTEMPTS) {
        throw new IOException("it ended at once. " + folder.logTail());
      }
    }
  }

  private int choosePort(int wanted, int attempt) throws IOException {
    int last = folder.lastPort();
    if (wanted == 0 && attempt == 1 && last != 0 && isFree(last)) {
      return last;
    }
    return freePort(wanted);
  }

  private static boolean isFree(int port) {
    try {
      return freePort(port) == port;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean launchOn(int port, PostgresPrograms programs) throws IOException {
    folder.configure(folder.settings(port, settings.timeZone(), settings.server()));
    programs.runAs().own(folder.path());
    boolean started = programs.start(folder.path(), folder.log(), settings.deadline()).succeeded();
    if (!started) {
      // somebody else may have started it at the same moment
      return adopt();
    }
    postmaster = Postmaster.on(folder.path()).orElseThrow(() -> new IOException(folder.logTail()));
    boolean ready = false;
    try {
      ready = awaitReady();
    } finally {
      if (!ready) {
        signal(StopMode.IMMEDIATE);
      }
    }
    return ready;
  }

  /** Whether it accepts connections; false if it ended instead, an error at the deadline. */
  private boolean awaitReady() {
    DatabaseLogin login = superuser("postgres");
    if (!Await.until(settings.deadline(), () -> answers(login) || !isAlive())) {
      throw new DevDatabaseException(
          "expected PostgreSQL to answer on port %d within %d s, found process %d silent. %s"
              .formatted(port(), settings.deadline().toSeconds(), pid(), folder.logTail()));
    }
    return isAlive();
  }

  private boolean answers(DatabaseLogin login) {
    try (Connection connection = login.connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      boolean badLogin = e.getSQLState() != null && e.getSQLState().startsWith("28");
      if (badLogin) {
        throw new DevDatabaseException(
            "the server on " + folder.path() + " refuses the superuser: " + e.getMessage(), e);
      }
      return false;
    }
  }

  private static int freePort(int wanted) throws IOException {
    try (var socket = new ServerSocket(wanted)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IOException(
          "port " + wanted + " cannot be used: " + e.getMessage() + "; choose another one", e);
    }
  }
}
