package io.queuejob.devdb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What a server is started with; only {@link #data} is required. */
public final class DevDatabaseBuilder {

  private Path data;
  private Path binaries;
  private int port;
  private String timeZone = "UTC";
  private String locale = "C.UTF-8";
  private Duration deadline = Duration.ofSeconds(60);
  private Consumer<String> messages = System.err::println;
  private final Map<String, String> settings = new LinkedHashMap<>();

  DevDatabaseBuilder() {}

  /** The data folder; created if missing or empty. */
  public DevDatabaseBuilder data(Path folder) {
    data = folder.toAbsolutePath();
    return this;
  }

  /** Where PostgreSQL's programs are unpacked; default: {@code binaries} beside the data folder. */
  public DevDatabaseBuilder binaries(Path folder) {
    binaries = folder.toAbsolutePath();
    return this;
  }

  /**
   * The TCP port for a server that must be started; default 0: that of the last run on this data
   * folder if it is free, else any.
   */
  public DevDatabaseBuilder port(int number) {
    port = number;
    return this;
  }

  /** The server's time zone; default UTC. */
  public DevDatabaseBuilder timeZone(String name) {
    timeZone = Objects.requireNonNull(name, "name");
    return this;
  }

  /**
   * The locale of a data folder that must be created; default C.UTF-8, or C where that is unknown.
   */
  public DevDatabaseBuilder locale(String name) {
    locale = Objects.requireNonNull(name, "name");
    return this;
  }

  /** A setting of postgresql.conf, such as {@code fsync}; overrides the defaults of this class. */
  public DevDatabaseBuilder setting(String name, String value) {
    settings.put(name, Objects.requireNonNull(value, "value"));
    return this;
  }

  /** Several settings of postgresql.conf. */
  public DevDatabaseBuilder settings(Map<String, String> values) {
    values.forEach(this::setting);
    return this;
  }

  /** How long a start, a stop and the wait for an answer may take each; default 60 s. */
  public DevDatabaseBuilder deadline(Duration limit) {
    deadline = Objects.requireNonNull(limit, "limit");
    return this;
  }

  /** Who hears how PostgreSQL is run; default: standard error. */
  public DevDatabaseBuilder messages(Consumer<String> listener) {
    messages = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Starts the server, or adopts the one that runs on the data folder already, and waits until it
   * answers.
   *
   * @throws DevDatabaseException if it cannot be had; then nothing that was started is left running
   */
  public DevDatabase start() {
    return DevDatabase.start(folder(), binaries(), chosen());
  }

  /**
   * The server that runs on the data folder already; empty if none does.
   *
   * @throws DevDatabaseException if one runs and does not answer
   */
  public Optional<DevDatabase> adopt() {
    return DevDatabase.adopt(folder(), binaries(), chosen());
  }

  private Path folder() {
    return Objects.requireNonNull(data, "data folder not set");
  }

  private Path binaries() {
    return binaries == null ? data.resolveSibling("binaries") : binaries;
  }

  private StartSettings chosen() {
    return new StartSettings(port, timeZone, locale, deadline, messages, Map.copyOf(settings));
  }
}
