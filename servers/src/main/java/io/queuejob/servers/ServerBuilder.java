package io.queuejob.servers;

import io.queuejob.servers.setup.Instance;
import io.queuejob.servers.setup.Pool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a server is started with. Required: {@link #home}, {@link #work} and at least one
 * application.
 */
public final class ServerBuilder {

  private final ServerKind kind;
  private Path home;
  private Path work;
  private Path log;
  private int port = 8080;
  private Pool pool;
  private final Map<String, Path> applications = new LinkedHashMap<>();
  private final List<Path> libraries = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> jvmOptions = new ArrayList<>(List.of("-Xmx512m"));
  private final List<String> readyLines = new ArrayList<>();

  ServerBuilder(ServerKind kind) {
    this.kind = kind;
  }

  /** The unpacked distribution, or Payara Micro's jar; only read. See {@link Distributions}. */
  public ServerBuilder home(Path folderOrJar) {
    home = folderOrJar.toAbsolutePath();
    return this;
  }

  /** A folder for this server alone: its content is deleted at the start. */
  public ServerBuilder work(Path folder) {
    work = folder.toAbsolutePath();
    return this;
  }

  /** Where both outputs of the server go; default {@code server.log} beside the working folder. */
  public ServerBuilder log(Path file) {
    log = file.toAbsolutePath();
    return this;
  }

  /** The HTTP port; default 8080. */
  public ServerBuilder port(int number) {
    port = number;
    return this;
  }

  /** An application and its context root, without slashes. */
  public ServerBuilder deploy(String contextRoot, Path archive) {
    applications.put(contextRoot, archive.toAbsolutePath());
    return this;
  }

  /** A jar for the server's own class path, such as a JDBC driver. */
  public ServerBuilder library(Path file) {
    libraries.add(file.toAbsolutePath());
    return this;
  }

  /** The data source that applications use; default: none but the server's own. */
  public ServerBuilder pool(Pool settings) {
    pool = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /** A variable for the server, over those inherited from this process. */
  public ServerBuilder environment(String name, String value) {
    environment.put(name, Objects.requireNonNull(value, name));
    return this;
  }

  /** Options for the server's JVM, after {@code -Xmx512m}: a later option wins. */
  public ServerBuilder jvmOptions(String... options) {
    jvmOptions.addAll(List.of(options));
    return this;
  }

  /** A text that must have appeared in the log before the server counts as ready. */
  public ServerBuilder readyLine(String text) {
    readyLines.add(Objects.requireNonNull(text, "text"));
    return this;
  }

  /**
   * Starts the process and returns at once; {@link Server#awaitReady} waits.
   *
   * @throws ServerFailedException if a file is missing or the process cannot be started
   */
  public Server start() {
    Objects.requireNonNull(home, "home not set");
    Objects.requireNonNull(work, "working folder not set");
    Path logFile = log == null ? work.resolveSibling("server.log") : log;
    var instance =
        new Instance(
            new Instance.Place(home, work, logFile, port),
            pool,
            applications,
            libraries,
            new Instance.Jvm(jvmOptions, environment));
    return ServerProcess.start(kind.setup(), instance, readyLines);
  }
}
