package io.queuejob.browser.stage;

import io.queuejob.browser.devtools.Chrome;
import io.queuejob.browser.devtools.Tab;
import io.queuejob.demo.Checkout;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.FreePort;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerKind;
import io.queuejob.servers.setup.Pool;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Database, console and browser of this JVM. */
public final class Stage {
  private static final Path FOLDER = Path.of("target", "browser").toAbsolutePath();
  private static final Duration START = Duration.ofMinutes(4);
  private static Stage only;
  private static String failure;

  private final DatabaseLogin database;
  private final Server server;
  private final Chrome chrome;
  private final Map<Account, String> sessions = new EnumMap<>(Account.class);

  private Stage() throws IOException {
    Files.createDirectories(FOLDER);
    database = TestDatabase.freshDatabase();
    server = startServer();
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill, "end-console"));
    chrome = Chrome.start(FOLDER);
    server.awaitReady(START, message -> {});
  }

  /** The stage, set up by the first who asks. */
  public static synchronized Stage get() {
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    try {
      only = only == null ? new Stage() : only;
      return only;
    } catch (IOException | RuntimeException e) {
      failure = "The stage could not be set up: " + e.getMessage();
      throw new IllegalStateException(failure, e);
    }
  }

  private Server startServer() throws IOException {
    Checkout checkout = Checkout.current();
    return Server.builder(ServerKind.PAYARA_MICRO)
        .home(checkout.payaraMicro())
        .work(FOLDER.resolve("server"))
        .log(FOLDER.resolve("server.log"))
        .port(FreePort.any())
        .library(checkout.driver())
        .deploy("queue-job", ConsoleWar.make(checkout.console(), FOLDER))
        .pool(new Pool("jdbc/queue", database.url(), database.user(), database.password(), 20))
        .jvmOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .environment("QUEUE_JOB_ADMIN_USER", Account.ADMINISTRATOR.user())
        .environment("QUEUE_JOB_ADMIN_PASSWORD", Account.ADMINISTRATOR.password())
        .environment("QUEUE_JOB_CONSOLE_OPERATOR_GROUPS", "operations,mail-team,open-team")
        .environment("QUEUE_JOB_CONSOLE_VIEWER_GROUPS", "look-at-all,look-team")
        .environment(
            "QUEUE_JOB_OPERATOR_CHANNELS",
            "operations:root, mail-team:mail, open-team:zq9open, open-team:queue.zq9open")
        .environment(
            "QUEUE_JOB_VIEWER_CHANNELS",
            "look-at-all:root, mail-team:root, look-team:zq9open, look-team:queue.zq9open")
        .start();
  }

  /** The console's database. */
  public Rows rows() {
    return new Rows(database);
  }

  /** Address of something of the console, such as {@code queue-job/jobs.xhtml}. */
  public String url(String path) {
    return server.uri("queue-job").resolve(path).toString();
  }

  /** A browser window in which nobody is signed in. */
  public Tab tab() {
    return chrome.open();
  }

  /** A browser window of somebody who signed in before. */
  public Tab tab(Account account) {
    Tab tab = tab();
    tab.cookie(url(""), "JSESSIONID", session(account));
    return tab;
  }

  /** A page as somebody gets it who signed in before, and as no browser runs it. */
  public HttpResponse<String> page(String path, Account account) {
    return Ways.page(url(path), session(account));
  }

  /** What a page answers to a form that somebody sends who signed in before. */
  public HttpResponse<String> post(String path, Account account, Map<String, String> fields) {
    return Ways.post(url(path), session(account), fields);
  }

  /** What a page hears of changes: an answer that goes on. */
  public HttpResponse<InputStream> stream(String path, Account account) {
    return Ways.stream(url(path), session(account));
  }

  private synchronized String session(Account account) {
    return sessions.computeIfAbsent(account, who -> Ways.signIn(url("login"), who));
  }

  /** Where a picture goes that is kept as output of the build. */
  public static Path screenshot(String name) {
    return Path.of("target", "screenshots", name + ".png");
  }
}
