package io.queuejob.chaos.node;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of a node. Safe for use by several threads. */
final class NodeProcess {
  private static final int WAIT_SECONDS = 10;

  /** What the engine logs whenever it has become a member. */
  private static final Pattern READY =
      Pattern.compile("ready for data source \\S+ as node (?<label>\\S+)");

  /** A server starts without an application that failed, such as for a database that was away. */
  private static final Pattern USELESS = Pattern.compile("Exception while loading the app\\b");

  private final Process process;
  private volatile String label;

  private NodeProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a process.
   *
   * @param builder ready to start
   * @param log where its output is appended
   * @param counts told of each line of it
   */
  static NodeProcess start(ProcessBuilder builder, Path log, LogCounts counts) throws IOException {
    NodeProcess node = new NodeProcess(builder.redirectErrorStream(true).start());
    BufferedWriter file =
        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    node.follow(
        node.process.getInputStream(),
        line -> {
          counts.line(line);
          node.logged(line);
          write(file, line);
        });
    return node;
  }

  private void logged(String line) {
    Matcher ready = READY.matcher(line);
    if (ready.find()) {
      label = ready.group("label");
    } else if (USELESS.matcher(line).find()) {
      process.destroyForcibly();
    }
  }

  private static void write(BufferedWriter file, String line) {
    try {
      file.write(line);
      file.newLine();
      file.flush();
    } catch (IOException e) {
      System.err.println("chaos: a node's log could not be kept: " + e.getMessage());
    }
  }

  private void follow(InputStream stream, Consumer<String> each) {
    Thread thread =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  each.accept(line);
                }
              } catch (IOException e) {
                // the process was killed
              }
            },
            "node-log");
    thread.setDaemon(true);
    thread.start();
  }

  /** Label of its membership; null before the first. */
  String label() {
    return label;
  }

  /** It will be a member under another label. */
  void forgetLabel() {
    label = null;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  void tell(String word) throws IOException {
    process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Whether it ended by itself within some seconds. */
  boolean awaitEnd(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** kill -9, and waits for the end. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS);
  }
}
