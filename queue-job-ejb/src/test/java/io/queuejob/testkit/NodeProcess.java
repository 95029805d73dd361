package io.queuejob.testkit;

import io.queuejob.devdb.DatabaseLogin;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An engine in a process of its own, to be killed. It ends by itself when its parent does. */
public final class NodeProcess implements AutoCloseable {
  private static final String READY = "READY ";

  private final Process process;
  private final String label;

  private NodeProcess(Process process, String label) {
    this.process = process;
    this.label = label;
  }

  /** Starts a node and waits until it is a member. */
  public static NodeProcess start(DatabaseLogin login, String channels) throws IOException {
    return start(login, Map.of("queue-job.channels", channels));
  }

  /** Starts a node with settings and waits until it is a member. */
  public static NodeProcess start(DatabaseLogin login, Map<String, String> settings)
      throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                NodeProcess.class.getName(),
                login.url(),
                login.user(),
                login.password()));
    settings.forEach((key, value) -> command.add(key + "=" + value));
    Process process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.to(new File("target/node-process.log")))
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new NodeProcess(process, line.substring(READY.length()));
      }
    }
    throw new IOException("the node ended before it was ready; see target/node-process.log");
  }

  /** Name of the node as people see it. */
  public String label() {
    return label;
  }

  /** Kills it without a word (kill -9) and waits for its end. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  /** Lets it do nothing from now on, its sessions staying open. */
  public void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void thaw() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    if (code != 0) {
      throw new IOException("kill -" + name + " " + process.pid() + " ended with " + code);
    }
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  /** The child: url, user, password, settings. */
  public static void main(String[] args) throws Exception {
    DatabaseLogin login = new DatabaseLogin(args[0], args[1], args[2]);
    LedgerBean bean = new LedgerBean();
    Map<String, String> settings = new HashMap<>();
    for (String setting : List.of(args).subList(3, args.length)) {
      settings.put(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    EngineHarness node = EngineHarness.start(login, settings, bean);
    bean.openedBy(node.dataSource());
    Await.until(
        "member",
        java.time.Duration.ofSeconds(30),
        () -> node.engine().nodeLabel().orElse(""),
        name -> name.contains("#"));
    System.out.println(READY + node.engine().nodeLabel().orElseThrow());
    while (System.in.read() >= 0) {
      // Nobody writes: the end of the stream is the end of the parent.
    }
    System.exit(0);
  }
}
