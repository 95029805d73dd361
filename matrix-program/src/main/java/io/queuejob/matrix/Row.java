package io.queuejob.matrix;

import io.queuejob.browser.devtools.Chrome;
import io.queuejob.demo.Checkout;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.matrix.check.Check;
import io.queuejob.matrix.site.Site;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerBuilder;
import io.queuejob.servers.ServerFailedException;
import io.queuejob.servers.ServerKind;
import io.queuejob.servers.setup.Pool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All checks on one server with one kind of archive, on a database of its own. */
final class Row {

  private static final int POOL_SIZE = 40;
  private static final String PASSWORD = "open sesame";

  private final ServerKind kind;
  private final Archive archive;
  private final Path folder;
  private final Supplier<Chrome> browser;
  private final Consumer<String> messages;
  private final List<Outcome> outcomes = new ArrayList<>();

  Row(
      ServerKind kind,
      Archive archive,
      Path folder,
      Supplier<Chrome> browser,
      Consumer<String> messages) {
    this.kind = kind;
    this.archive = archive;
    this.folder = folder;
    this.browser = browser;
    this.messages = messages;
  }

  /** Runs all checks; what cannot be reached any more has failed, too. */
  List<Outcome> run(int port) {
    Checkout checkout = Checkout.current();
    Path home = checkout.home(kind, messages);
    DatabaseLogin database = TestDatabase.freshDatabase();
    long began = System.nanoTime();
    Server server;
    try {
      server = builder(checkout, home, database, port).start();
    } catch (ServerFailedException e) {
      note("start", began, e.getMessage());
      restFailed("start");
      return outcomes;
    }
    Thread end = new Thread(server::kill, "end-server");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      checks(new Site(server, database, PASSWORD, browser, picture()), began);
    } finally {
      server.kill();
      Runtime.getRuntime().removeShutdownHook(end);
      TestDatabase.drop(database);
    }
    return outcomes;
  }

  private String name() {
    return kind.label() + "-" + archive.label();
  }

  private Path picture() {
    return folder.resolve("screenshots").resolve(name() + ".png");
  }

  private ServerBuilder builder(Checkout checkout, Path home, DatabaseLogin database, int port) {
    ServerBuilder builder =
        Server.builder(kind)
            .home(home)
            .work(folder.resolve("work").resolve(name()))
            .log(folder.resolve("logs").resolve(name() + ".log"))
            .port(port)
            .library(checkout.driver())
            .pool(
                new Pool(
                    "jdbc/queue", database.url(), database.user(), database.password(), POOL_SIZE))
            .jvmOptions("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            .environment("QUEUE_JOB_DATASOURCE", "jdbc/queue")
            .environment("QUEUE_JOB_CHANNELS", "root:4")
            .environment("QUEUE_JOB_ADMIN_USER", "admin")
            .environment("QUEUE_JOB_ADMIN_PASSWORD", PASSWORD)
            .readyLine("ready for data source");
    archive.applications(checkout).forEach(builder::deploy);
    return builder;
  }

  private void checks(Site site, long began) {
    long start = began;
    for (Check check : Check.all()) {
      try {
        check.run(site);
        note(check.name(), start, "");
      } catch (Exception | AssertionError e) {
        note(check.name(), start, e.getMessage() == null ? e.toString() : e.getMessage());
        messages.accept("log: " + site.server().log());
        if (!site.server().isAlive()) {
          restFailed(check.name());
          return;
        }
      }
      start = System.nanoTime();
    }
  }

  private void note(String check, long began, String reason) {
    long millis = (System.nanoTime() - began) / 1_000_000;
    var outcome =
        new Outcome(
            new Outcome.Place(kind.label(), archive.label()),
            check,
            reason.isEmpty(),
            millis,
            reason);
    outcomes.add(outcome);
    System.out.println(outcome.line());
    if (!outcome.ok()) {
      messages.accept(outcome.reason());
    }
  }

  private void restFailed(String last) {
    boolean reached = false;
    for (Check check : Check.all()) {
      if (reached) {
        note(check.name(), System.nanoTime(), "not reached: " + last + " left no server");
      }
      reached |= check.name().equals(last);
    }
  }
}
