package io.queuejob.benchmark.pages;

import io.queuejob.benchmark.latency.Percentiles;
import io.queuejob.benchmark.run.Results;
import io.queuejob.browser.devtools.Chrome;
import io.queuejob.browser.devtools.Login;
import io.queuejob.browser.devtools.Tab;
import io.queuejob.demo.Checkout;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.FreePort;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerKind;
import io.queuejob.servers.setup.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How long a browser that has kept nothing takes to show a page of the console: from the request to
 * the end of the page's loading, style, script and fonts included.
 */
public final class FirstViews implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(4);
  private static final int TIMES = 20;
  private static final int POOL = 20;
  private static final String USER = "bench";

  private static final List<String> PAGES =
      List.of(
          "overview",
          "jobs",
          "jobs?q=state:failed",
          "jobs?q=state:pending&by=channel",
          "channels",
          "functions",
          "nodes",
          "audit",
          "doctor");

  private static final String LOADED =
      "(() => { const n = performance.getEntriesByType('navigation')[0];"
          + " return Math.max(n.loadEventEnd, ...performance.getEntriesByType('paint')"
          + ".map(p => p.startTime)); })()";

  private final String password = UUID.randomUUID().toString();
  private final PrintStream out;
  private final Server server;
  private final Chrome chrome;

  /**
   * Starts the console and a browser.
   *
   * @param login to a database that has a queue in it
   * @param folder for what both write
   * @param out for people
   */
  public FirstViews(DatabaseLogin login, Path folder, PrintStream out) throws IOException {
    this.out = out;
    Path work = Files.createDirectories(folder.resolve("console"));
    chrome = Chrome.start(work);
    server = start(login, work);
  }

  private Server start(DatabaseLogin login, Path work) throws IOException {
    Checkout checkout = Checkout.current();
    return Server.builder(ServerKind.PAYARA_MICRO)
        .home(checkout.payaraMicro())
        .library(checkout.driver())
        .work(work.resolve("server"))
        .log(work.resolve("server.log"))
        .port(FreePort.any())
        .deploy("queue-job", checkout.console())
        .pool(new Pool("jdbc/queue", login.url(), login.user(), login.password(), POOL))
        .environment("QUEUE_JOB_ADMIN_USER", USER)
        .environment("QUEUE_JOB_ADMIN_PASSWORD", password)
        .jvmOptions("-Xmx768m")
        .start();
  }

  /** Shows each page, many times. */
  public void measure(Results results) {
    server.awaitReady(READY, line -> {});
    try (Tab tab = chrome.open()) {
      tab.goTo(server.uri("queue-job").resolve("login").toString());
      Login.signIn(tab, USER, password);
      for (String page : PAGES) {
        measure(results, tab, page);
      }
    }
  }

  private void measure(Results results, Tab tab, String page) {
    String name = "view_" + page.replaceAll("\\W+", "_");
    double first = view(tab, page);
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      millis.add(view(tab, page));
    }
    Percentiles times = Percentiles.of(millis);
    results.figure(name + "_ms", times.at(95));
    results.detail(name + "_after_start_ms", first);
    out.printf(
        Locale.ROOT,
        "  %-32s p50 %7.1f ms, p95 %7.1f ms; the first since the start %7.1f ms%n",
        name,
        times.at(50),
        times.at(95),
        first);
  }

  private double view(Tab tab, String page) {
    tab.goTo("about:blank");
    tab.forgetPages();
    String[] parts = page.split("\\?", 2);
    String file = "queue-job/" + parts[0] + ".xhtml" + (parts.length == 2 ? "?" + parts[1] : "");
    tab.goTo(server.uri("queue-job").resolve(file).toString());
    tab.await("performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
    if (!tab.holds("document.querySelector('main')")) {
      throw new IllegalStateException(
          file + " shows no page: " + tab.text("document.body.innerText"));
    }
    return Double.parseDouble(tab.text(LOADED));
  }

  @Override
  public void close() {
    server.close();
  }
}
