package io.queuejob.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * An application server as a child process. It dies with nothing but {@link #stop}, {@link #kill}
 * or its own end: a caller that may be interrupted needs a shutdown hook. Safe for one thread that
 * waits and another that stops.
 */
public interface Server extends AutoCloseable {

  /** A builder with the defaults. */
  static ServerBuilder builder(ServerKind kind) {
    return new ServerBuilder(kind);
  }

  /** The process of the JVM that runs the server and the applications. */
  long pid();

  /** The HTTP port. */
  int port();

  /** Whether the process exists. */
  boolean isAlive();

  /** The address of an application, with a slash at its end. */
  URI uri(String contextRoot);

  /** The file with both outputs of the server. */
  Path log();

  /** The last lines of the log. */
  String logTail(int lines);

  /**
   * Waits until every application answers and the log has all awaited lines. To be called once for
   * each start.
   *
   * @param limit how long to wait
   * @param progress hears what the product logs meanwhile
   * @throws ServerFailedException if the process ends, an application is missing after the server's
   *     start, or time is up
   */
  void awaitReady(Duration limit, Consumer<String> progress);

  /** Waits for the end of the process and returns its exit code; 128 + n after signal n. */
  int waitFor() throws InterruptedException;

  /**
   * Asks the server to stop, which lets running jobs end; kills it if it has not ended after 45 s.
   */
  void stop();

  /** Kills the server as {@code kill -9} does and waits for its end. */
  void kill();

  /**
   * Starts a server whose process has ended once more, on what it left: the same applications and
   * settings, and a new process.
   *
   * @throws ServerFailedException if the process cannot be started
   */
  void startAgain();

  /** As {@link #stop}. */
  @Override
  default void close() {
    stop();
  }
}
