package io.queuejob.devdb.programs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs PostgreSQL's programs and tells what they said.
 *
 * @param home the folder that holds {@code bin}
 * @param runAs the user that they run as
 */
public record PostgresPrograms(Path home, RunAs runAs) {

  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);

  /**
   * A finished program.
   *
   * @param exitCode 0 for success, 127 if it could not be run, 124 if it was ended for taking too
   *     long
   * @param output all that it wrote to both its outputs
   */
  public record Result(int exitCode, String output) {
    /** Whether the exit code is 0. */
    public boolean succeeded() {
      return exitCode == 0;
    }
  }

  /** Creates a data folder; the folder exists, is empty and belongs to the right user. */
  public Result initdb(Path data, Path passwordFile, String superuser, String locale)
      throws IOException {
    return run(
        "initdb",
        List.of(
            "--pgdata=" + data,
            "--username=" + superuser,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=" + locale,
            "--no-sync",
            "--no-instructions"),
        INITDB_LIMIT);
  }

  /** Starts a server, detached from this process and its terminal, and waits until it answers. */
  public Result start(Path data, Path log, Duration limit) throws IOException {
    String seconds = Long.toString(Math.max(1, limit.toSeconds()));
    return run(
        "pg_ctl",
        List.of("start", "-w", "-t", seconds, "-D", data.toString(), "-l", log.toString(), "-s"),
        limit.plusSeconds(10));
  }

  private Result run(String program, List<String> arguments, Duration limit) throws IOException {
    var words = new ArrayList<String>();
    words.add(home.resolve("bin").resolve(program).toString());
    words.addAll(arguments);
    return run(runAs.command(words), limit);
  }

  /** Signals a process that need not be a child of ours. */
  public static void signal(long pid, String signal) throws IOException {
    run(List.of("sh", "-c", "kill -s " + signal + " " + pid), Duration.ofSeconds(10));
  }

  /**
   * Runs a command with a neutral environment; a command that cannot be run or takes too long
   * fails.
   */
  static Result run(List<String> command, Duration limit) throws IOException {
    // a file, not a pipe: a server started by the command may keep its output open
    Path output = Files.createTempFile("postgres-", ".out");
    try {
      return run(command, limit, output);
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static Result run(List<String> command, Duration limit, Path output) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    builder.directory(Path.of("/").toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Result(127, e.getMessage());
    }
    process.getOutputStream().close();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return new Result(124, "no end after " + limit.toSeconds() + " s: " + text(output));
      }
      return new Result(process.exitValue(), text(output));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while running " + command.get(0));
    }
  }

  private static String text(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
  }
}
