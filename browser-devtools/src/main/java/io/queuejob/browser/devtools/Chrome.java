package io.queuejob.browser.devtools;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One browser for all tests of a JVM. Each tab has cookies and storage of its own. */
public final class Chrome {
  private static final Duration START = Duration.ofSeconds(60);
  private static final List<String> OPTIONS =
      List.of(
          "--headless=new",
          // its sandbox does not work for root; it opens nothing but the pages of this checkout
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--no-default-browser-check",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-extensions",
          "--disable-features=Translate,OptimizationHints,MediaRouter",
          "--no-proxy-server",
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost",
          "--force-color-profile=srgb",
          "--hide-scrollbars",
          "--lang=en-US",
          "--remote-debugging-port=0");

  private final Connection connection;

  private Chrome(Connection connection) {
    this.connection = connection;
  }

  /**
   * Starts the browser; it ends with this JVM.
   *
   * @param folder for its profile and its log
   */
  public static Chrome start(Path folder) {
    Path program = ChromeProgram.find();
    Path profile = folder.resolve("profile-" + ProcessHandle.current().pid()).toAbsolutePath();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(OPTIONS);
    command.add("--user-data-dir=" + profile);
    command.add("about:blank");
    try {
      Files.createDirectories(profile);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("chrome.log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, profile), "end-chrome"));
      return new Chrome(Connection.to(address(process, profile, folder)));
    } catch (IOException e) {
      throw new UncheckedIOException("could not start " + program, e);
    }
  }

  private static URI address(Process process, Path profile, Path folder) throws IOException {
    Path port = profile.resolve("DevToolsActivePort");
    Await.until(
        START,
        () -> Files.isRegularFile(port) && Files.readAllLines(port).size() == 2,
        () -> (process.isAlive() ? "no answer" : "it ended") + ", see " + folder + "/chrome.log");
    List<String> lines = Files.readAllLines(port);
    return URI.create("ws://localhost:" + lines.get(0) + lines.get(1));
  }

  private static void end(Process process, Path profile) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      process.onExit().get(5, java.util.concurrent.TimeUnit.SECONDS);
    } catch (Exception e) { // it will not go by itself
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    try {
      io.queuejob.devdb.programs.Trees.delete(profile);
    } catch (IOException e) {
      System.err.println("Profile of the browser not removed: " + e.getMessage());
    }
  }

  /** A new window in which nobody has been anywhere. */
  public Tab open() {
    String context =
        connection
            .send(null, "Target.createBrowserContext", Json.createObjectBuilder())
            .getString("browserContextId");
    JsonObjectBuilder wanted =
        Json.createObjectBuilder()
            .add("url", "about:blank")
            .add("browserContextId", context)
            .add("newWindow", true);
    String target = connection.send(null, "Target.createTarget", wanted).getString("targetId");
    JsonObjectBuilder attach =
        Json.createObjectBuilder().add("targetId", target).add("flatten", true);
    String session = connection.send(null, "Target.attachToTarget", attach).getString("sessionId");
    return new Tab(connection, session, context);
  }
}
