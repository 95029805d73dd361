package io.queuejob.demo.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a server is started with. Required: {@link #jar}, {@link #work} and at least one
 * application.
 *
 * <p>Fields are read by {@link PayaraMicro} of this package; callers use the methods.
 */
public final class PayaraMicroBuilder {

  Path jar;
  Path work;
  Path log;
  int port = 8080;
  Pool pool;
  final Map<String, Path> applications = new LinkedHashMap<>();
  final List<Path> libraries = new ArrayList<>();
  final Map<String, String> environment = new LinkedHashMap<>();
  final List<String> jvmOptions = new ArrayList<>(List.of("-Xmx512m"));
  final List<String> readyLines = new ArrayList<>();

  /**
   * A connection pool and the name that applications look it up by.
   *
   * @param jndiName such as {@code jdbc/queue}
   * @param url JDBC URL of PostgreSQL
   * @param user the role; not empty
   * @param password its password; not empty, Payara refuses an empty one
   * @param maxSize most connections at once
   */
  public record Pool(String jndiName, String url, String user, String password, int maxSize) {}

  PayaraMicroBuilder() {}

  /** The server's jar. */
  public PayaraMicroBuilder jar(Path file) {
    jar = file.toAbsolutePath();
    return this;
  }

  /** A folder for this server alone: its content is deleted at the start. */
  public PayaraMicroBuilder work(Path folder) {
    work = folder.toAbsolutePath();
    return this;
  }

  /** Where both outputs of the server go; default {@code server.log} beside the working folder. */
  public PayaraMicroBuilder log(Path file) {
    log = file.toAbsolutePath();
    return this;
  }

  /** The HTTP port; default 8080. */
  public PayaraMicroBuilder port(int number) {
    port = number;
    return this;
  }

  /** An application and its context root, without slashes. */
  public PayaraMicroBuilder deploy(String contextRoot, Path war) {
    applications.put(contextRoot, war.toAbsolutePath());
    return this;
  }

  /** A jar for the server's own class path, such as a JDBC driver. */
  public PayaraMicroBuilder library(Path file) {
    libraries.add(file.toAbsolutePath());
    return this;
  }

  /** The data source that applications use; default: none but the server's own. */
  public PayaraMicroBuilder pool(Pool settings) {
    pool = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /** A variable for the server, over those inherited from this process. */
  public PayaraMicroBuilder environment(String name, String value) {
    environment.put(name, Objects.requireNonNull(value, name));
    return this;
  }

  /** Options for the server's JVM, after {@code -Xmx512m}: a later option wins. */
  public PayaraMicroBuilder jvmOptions(String... options) {
    jvmOptions.addAll(List.of(options));
    return this;
  }

  /** A text that must have appeared in the log before the server counts as ready. */
  public PayaraMicroBuilder readyLine(String text) {
    readyLines.add(Objects.requireNonNull(text, "text"));
    return this;
  }

  /**
   * Starts the process and returns at once; {@link PayaraMicro#awaitReady} waits.
   *
   * @throws ServerFailedException if a file is missing or the process cannot be started
   */
  public PayaraMicro start() {
    Objects.requireNonNull(jar, "jar not set");
    Objects.requireNonNull(work, "working folder not set");
    if (log == null) {
      log = work.resolveSibling("server.log");
    }
    return PayaraMicro.start(this);
  }
}
