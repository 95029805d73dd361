package io.queuejob.demo.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A Payara Micro server as a child process. It dies with nothing but {@link #stop}, {@link #kill}
 * or its own end: a caller that may be interrupted needs a shutdown hook. Safe for one thread that
 * waits and another that stops.
 */
public final class PayaraMicro implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration HTTP_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
  private static final int TAIL_LINES = 25;

  private final Process process;
  private final PayaraMicroBuilder settings;
  private final ServerLog log;

  private PayaraMicro(Process process, PayaraMicroBuilder settings) {
    this.process = process;
    this.settings = settings;
    this.log = new ServerLog(settings.log);
  }

  /** A builder with the defaults. */
  public static PayaraMicroBuilder builder() {
    return new PayaraMicroBuilder();
  }

  static PayaraMicro start(PayaraMicroBuilder settings) {
    try {
      return new PayaraMicro(new Launch(settings).start(), settings);
    } catch (IOException e) {
      throw new ServerFailedException("could not start the server: " + e.getMessage(), e);
    }
  }

  /** The process of the JVM that runs Payara and the applications. */
  public long pid() {
    return process.pid();
  }

  /** The HTTP port. */
  public int port() {
    return settings.port;
  }

  /** Whether the process exists. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The address of an application, with a slash at its end. */
  public URI uri(String contextRoot) {
    return URI.create("http://localhost:" + settings.port + "/" + contextRoot + "/");
  }

  /** The file with both outputs of the server. */
  public Path log() {
    return settings.log;
  }

  /** The last lines of the log. */
  public String logTail(int lines) {
    return log.tail(lines);
  }

  /**
   * Waits until every application answers and the log has all awaited lines. To be called once.
   *
   * @param limit how long to wait
   * @param progress hears what the product logs meanwhile
   * @throws ServerFailedException if the process ends, an application is missing after the server's
   *     start, or time is up
   */
  public void awaitReady(Duration limit, Consumer<String> progress) {
    long end = System.nanoTime() + limit.toNanos();
    var missing = new ArrayList<>(settings.readyLines);
    while (true) {
      boolean bootEnded = readLog(missing, progress);
      List<String> broken = bootEnded ? brokenApplications() : List.of();
      if (bootEnded && broken.isEmpty() && missing.isEmpty()) {
        return;
      }
      if (!broken.isEmpty()) {
        throw failed("an application does not work after the server's start: " + broken);
      }
      if (ended(POLL)) {
        readLog(missing, progress);
        throw failed("the server ended during its start with exit code " + process.exitValue());
      }
      if (System.nanoTime() > end) {
        throw failed(
            "not ready after "
                + limit.toSeconds()
                + " s, still waiting for "
                + waitingFor(bootEnded, missing));
      }
    }
  }

  private static String waitingFor(boolean bootEnded, List<String> missing) {
    return bootEnded ? "the log to say " + missing : "the end of the server's start";
  }

  private boolean readLog(List<String> missing, Consumer<String> progress) {
    for (String line : log.newLines()) {
      missing.removeIf(line::contains);
      String message = ServerLog.productMessage(line);
      if (message != null) {
        progress.accept(message);
      }
    }
    return log.bootEnded();
  }

  private List<String> brokenApplications() {
    var broken = new ArrayList<String>();
    for (String contextRoot : settings.applications.keySet()) {
      String answer = answer(contextRoot);
      if (answer.matches("404|5\\d\\d|\\D.*")) {
        broken.add(uri(contextRoot) + " (" + answer + ")");
      }
    }
    return broken;
  }

  /**
   * The HTTP status, or why there was none; a page that wants a login or redirects is an answer,
   * too.
   */
  private String answer(String contextRoot) {
    try {
      var connection = (HttpURLConnection) uri(contextRoot).toURL().openConnection();
      connection.setConnectTimeout((int) HTTP_LIMIT.toMillis());
      connection.setReadTimeout((int) HTTP_LIMIT.toMillis());
      connection.setInstanceFollowRedirects(false);
      return Integer.toString(connection.getResponseCode());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private ServerFailedException failed(String what) {
    var text = new StringBuilder(what);
    List<String> complaints = log.complaints();
    if (!complaints.isEmpty()) {
      text.append("\nThe server complained:");
      complaints.forEach(complaint -> text.append("\n  ").append(complaint));
    }
    text.append("\nLast lines of ").append(settings.log).append(":\n").append(log.tail(TAIL_LINES));
    return new ServerFailedException(text.toString());
  }

  /** Waits for the end of the process and returns its exit code; 128 + n after signal n. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * Asks the server to stop, which lets running jobs end; kills it if it has not ended after 45 s.
   */
  public void stop() {
    process.destroy();
    if (!ended(STOP_LIMIT)) {
      kill();
    }
  }

  /** Kills the server as {@code kill -9} does and waits for its end. */
  public void kill() {
    process.destroyForcibly();
    ended(STOP_LIMIT);
  }

  /** As {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  private boolean ended(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerFailedException("interrupted while waiting for the server", e);
    }
  }
}
