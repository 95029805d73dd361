package io.queuejob.servers;

import io.queuejob.devdb.programs.Trees;
import io.queuejob.servers.setup.Instance;
import io.queuejob.servers.setup.Setup;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one way in which all servers are started, watched and ended. */
final class ServerProcess implements Server {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration HTTP_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
  private static final int TAIL_LINES = 25;

  private final Setup setup;
  private final Instance instance;
  private final List<String> readyLines;
  private volatile Process process;
  private volatile ServerLog log;
  private boolean told;

  private ServerProcess(Setup setup, Instance instance, List<String> readyLines) {
    this.setup = setup;
    this.instance = instance;
    this.readyLines = readyLines;
  }

  static Server start(Setup setup, Instance instance, List<String> readyLines) {
    var server = new ServerProcess(setup, instance, readyLines);
    try {
      Trees.delete(instance.place().work());
      Files.createDirectories(instance.temporary());
      setup.prepare(instance);
      server.launch();
      return server;
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  private static ServerFailedException cannotStart(IOException why) {
    return new ServerFailedException("could not start the server: " + why.getMessage(), why);
  }

  private void launch() throws IOException {
    keepPreviousLog();
    var builder = new ProcessBuilder(setup.command(instance));
    builder.directory(instance.place().work().toFile());
    builder.redirectErrorStream(true).redirectOutput(log().toFile());
    builder.environment().putAll(setup.environment(instance));
    builder.environment().putAll(instance.jvm().environment());
    Process started = builder.start();
    started.getOutputStream().close();
    log = new ServerLog(log(), setup.log());
    process = started;
  }

  private void keepPreviousLog() throws IOException {
    Files.createDirectories(log().toAbsolutePath().getParent());
    if (Files.exists(log())) {
      Path previous = log().resolveSibling(log().getFileName() + ".previous");
      Files.move(log(), previous, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void startAgain() {
    if (process.isAlive()) {
      throw new ServerFailedException("expected an ended server, process " + pid() + " still runs");
    }
    try {
      launch();
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public int port() {
    return instance.place().port();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public URI uri(String contextRoot) {
    return URI.create("http://localhost:" + port() + "/" + contextRoot + "/");
  }

  @Override
  public Path log() {
    return instance.place().log();
  }

  @Override
  public String logTail(int lines) {
    return log.tail(lines);
  }

  @Override
  public void awaitReady(Duration limit, Consumer<String> progress) {
    long end = System.nanoTime() + limit.toNanos();
    var missing = new ArrayList<>(readyLines);
    while (true) {
      boolean bootEnded = readLog(missing, progress);
      if (bootEnded) {
        tellOnce();
      }
      List<String> broken = bootEnded ? brokenApplications() : List.of();
      if (bootEnded && broken.isEmpty() && missing.isEmpty()) {
        return;
      }
      if (!broken.isEmpty() && setup.bootIncludesApplications()) {
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
                + waitingFor(bootEnded, missing)
                + " "
                + broken);
      }
    }
  }

  private void tellOnce() {
    if (told) {
      return;
    }
    told = true;
    try {
      setup.started(instance);
    } catch (IOException e) {
      readLog(new ArrayList<>(), message -> {});
      throw failed("the server has started, but could not be set up: " + e.getMessage());
    }
  }

  private static String waitingFor(boolean bootEnded, List<String> missing) {
    return bootEnded ? "the log to say " + missing : "the end of the server's start";
  }

  private boolean readLog(List<String> missing, Consumer<String> progress) {
    for (String line : log.newLines()) {
      missing.removeIf(line::contains);
      String message = log.productMessage(line);
      if (message != null) {
        progress.accept(message);
      }
    }
    return log.bootEnded();
  }

  private List<String> brokenApplications() {
    var broken = new ArrayList<String>();
    for (String contextRoot : instance.applications().keySet()) {
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
    text.append("\nLast lines of ").append(log()).append(":\n").append(log.tail(TAIL_LINES));
    return new ServerFailedException(text.toString());
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void stop() {
    process.destroy();
    if (!ended(STOP_LIMIT)) {
      kill();
    }
  }

  @Override
  public void kill() {
    process.destroyForcibly();
    ended(STOP_LIMIT);
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
