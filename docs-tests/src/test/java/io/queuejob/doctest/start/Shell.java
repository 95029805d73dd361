package io.queuejob.doctest.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a page's commands as they stand, with a {@code mvn} that knows the private repository. */
final class Shell implements AutoCloseable {
  private static final String MAVEN =
      """
      #!/bin/sh
      exec "%s/bin/mvn" -B -ntp %s -Dmaven.repo.local="%s" -Dport=%d "$@"
      """;

  private final Path folder;
  private final Path log;
  private Process running;

  /**
   * A shell.
   *
   * @param folder where it starts
   * @param repository of {@code mvn}
   * @param port where the server is to listen in place of 8080
   */
  Shell(Path folder, PrivateRepository repository, int port) throws IOException {
    this.folder = folder;
    this.log = folder.resolve("shell.log");
    String offline = PrivateRepository.property("build.offline").endsWith("true") ? "-o" : "";
    Path maven = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
    Files.writeString(
        maven,
        MAVEN.formatted(
            PrivateRepository.property("build.maven"), offline, repository.folder(), port));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
  }

  /** Starts commands and returns at once. */
  void start(String commands) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-e", "-c", commands).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    running = builder.start();
    running.getOutputStream().close();
  }

  /** Runs commands to their end, which must be a good one. */
  void run(String commands, long seconds) throws IOException, InterruptedException {
    start(commands);
    if (!running.waitFor(seconds, TimeUnit.SECONDS) || running.exitValue() != 0) {
      throw new AssertionError("did not work: " + commands + "\n" + said());
    }
  }

  boolean isRunning() {
    return running.isAlive();
  }

  /** All that the commands wrote. */
  String said() {
    try {
      return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends what runs, children first. */
  @Override
  public void close() throws InterruptedException {
    if (running == null) {
      return;
    }
    List<ProcessHandle> all = running.descendants().toList();
    all.forEach(ProcessHandle::destroy);
    running.destroy();
    for (ProcessHandle one : all) {
      try {
        one.onExit().get(30, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
        one.destroyForcibly();
      }
    }
    running.waitFor();
  }
}
