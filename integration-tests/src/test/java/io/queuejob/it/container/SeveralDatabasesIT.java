package io.queuejob.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.Delayed;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.it.container.tenants.Ledger;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerKind;
import io.queuejob.servers.setup.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two applications of one Payara Micro, each with the engine in {@code WEB-INF/lib}: one serves
 * every {@code jdbc/tenant-*} beside its own data source, of which the server gets some only later;
 * the other one shares a single one of them.
 */
class SeveralDatabasesIT {
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Path FOLDER = Path.of("target", "server", "several").toAbsolutePath();
  private static final String OWN = "jdbc/queue";
  private static final String B = "jdbc/tenant-b";
  private static final String C = "jdbc/tenant-c";
  private static final Map<String, DatabaseLogin> LOGINS =
      Map.of(
          OWN, TestDatabase.freshDatabase(),
          B, TestDatabase.freshDatabase(),
          C, TestDatabase.freshDatabase());

  private static Server server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    Files.createDirectories(FOLDER);
    for (DatabaseLogin login : LOGINS.values()) {
      execute(login, "CREATE TABLE ledger (text text)");
    }
    DatabaseLogin own = LOGINS.get(OWN);
    server =
        Server.builder(ServerKind.PAYARA_MICRO)
            .home(FOLDER.resolveSibling("payara-micro.jar"))
            .work(FOLDER.resolve("work"))
            .log(FOLDER.resolve("server.log"))
            .library(Wars.jarOf(org.postgresql.Driver.class))
            .pool(new Pool(OWN, own.url(), own.user(), own.password(), 30))
            .jvmOptions("-XX:TieredStopAtLevel=1")
            .port(18_300)
            .deploy("tenants", war("tenants", "jdbc/tenant-*"))
            .deploy("single", war("single", B))
            .start();
    server.awaitReady(Duration.ofMinutes(3), line -> {});
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private static Path war(String name, String further) {
    Path file = FOLDER.resolve(name + ".war");
    ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibrary(Wars.jarOf(Delayed.class).toFile())
        .addPackage(Ledger.class.getPackage())
        .addAsWebInfResource(new StringAsset(""), "beans.xml")
        .addAsWebResource(new StringAsset(name), "index.html")
        .addAsResource(
            new StringAsset(
                String.join(
                    "\n",
                    "queue-job.datasource=" + OWN,
                    "queue-job.datasources=" + further,
                    "queue-job.datasources-interval=1s",
                    "queue-job.channels=root:4")),
            "META-INF/queue-job.properties")
        .as(ZipExporter.class)
        .exportTo(file.toFile(), true);
    return file;
  }

  private static void execute(DatabaseLogin login, String... statements) throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String one(String dataSource, String query) {
    try (Connection connection = LOGINS.get(dataSource).connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  private static String post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static URI address(String path) {
    return URI.create("http://localhost:" + server.port() + "/" + path);
  }

  private static String send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient()
          .send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String sources(String application) {
    return send(HttpRequest.newBuilder(address(application + "/api/sources")).GET());
  }

  private static String order(String application, String at, String text) {
    return post(application + "/api/orders", Map.of("at", at, "text", text));
  }

  private static void make(String dataSource) {
    DatabaseLogin login = LOGINS.get(dataSource);
    assertThat(
            post(
                "tenants/api/sources",
                Map.of(
                    "name", dataSource,
                    "port", String.valueOf(TestDatabase.server().port()),
                    "database", nameOf(dataSource),
                    "user", login.user(),
                    "password", login.password())))
        .isEqualTo("done");
  }

  private static String nameOf(String dataSource) {
    String url = LOGINS.get(dataSource).url();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static void awaitSources(String application, String... all) {
    Await.until(SOON, () -> sources(application).equals(String.join("\n", all)));
  }

  private static void awaitLedger(String dataSource, String texts) {
    String query = "SELECT string_agg(text, ', ' ORDER BY text) FROM ledger";
    Await.until(SOON, () -> texts.equals(one(dataSource, query)));
    assertThat(one(dataSource, query)).isEqualTo(texts);
  }

  /** One story, for what the server has got stays with it. */
  @Test
  void new_ones_are_found_while_the_others_run_and_one_that_fails_leaves_them_alone()
      throws SQLException {
    aSecondOneIsFoundByBothApplications();
    aThirdOneIsFoundByTheOneThatLooksForIt();
    whatIsRefusedLeavesNothing();
    String name = nameOf(C);
    execute(
        TestDatabase.server().superuser("postgres"),
        "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
    theOthersGoOn();
    execute(
        TestDatabase.server().superuser("postgres"),
        "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
    itGoesOnOnceItIsBack();
    itIsLeftWhenTheServerForgetsIt();
  }

  private static void aSecondOneIsFoundByBothApplications() {
    assertThat(sources("tenants")).isEqualTo("jdbc/queue up");
    assertThat(order("tenants", B, "early")).contains("tenant-b");
    make(B);
    awaitSources("tenants", "jdbc/queue up", "jdbc/tenant-b up");
    awaitSources("single", "jdbc/queue up", "jdbc/tenant-b up");
    assertThat(order("tenants", OWN, "o")).isEqualTo("done");
    assertThat(order("tenants", B, "b")).isEqualTo("done");
    assertThat(order("single", B, "s")).isEqualTo("done");
    awaitLedger(OWN, "o, o's child, o's order");
    awaitLedger(B, "b, b's child, b's order, s, s's child, s's order");
  }

  private static void aThirdOneIsFoundByTheOneThatLooksForIt() {
    make(C);
    awaitSources("tenants", "jdbc/queue up", "jdbc/tenant-b up", "jdbc/tenant-c up");
    assertThat(order("tenants", C, "c")).isEqualTo("done");
    awaitLedger(C, "c, c's child, c's order");
    assertThat(sources("single")).doesNotContain("tenant-c");
  }

  private static void whatIsRefusedLeavesNothing() {
    assertThat(post("tenants/api/orders", Map.of("at", B, "text", "rolled back", "fails", "true")))
        .contains("on purpose");
    assertThat(post("tenants/api/orders/of-two", Map.of("at", OWN, "and", B, "text", "of two")))
        .contains("non-XA");
    assertThat(one(B, "SELECT count(*) FROM queue_job.job WHERE arguments LIKE '%rolled%'"))
        .isEqualTo("0");
    assertThat(one(OWN, "SELECT count(*) FROM queue_job.job WHERE arguments LIKE '%of two%'"))
        .isEqualTo("0");
    assertThat(post("tenants/api/notes", Map.of("text", "n"))).isEqualTo("done");
    awaitLedger(OWN, "n, o, o's child, o's order");
  }

  private static void theOthersGoOn() {
    awaitSources(
        "tenants",
        "jdbc/queue up",
        "jdbc/tenant-b up",
        "jdbc/tenant-c down: its node connects again");
    assertThat(order("tenants", C, "lost")).doesNotContain("done");
    assertThat(order("tenants", OWN, "p")).isEqualTo("done");
    assertThat(order("single", B, "t")).isEqualTo("done");
    awaitLedger(OWN, "n, o, o's child, o's order, p, p's child, p's order");
    awaitLedger(B, "b, b's child, b's order, s, s's child, s's order, t, t's child, t's order");
  }

  private static void itGoesOnOnceItIsBack() {
    awaitSources("tenants", "jdbc/queue up", "jdbc/tenant-b up", "jdbc/tenant-c up");
    Await.until(SOON, () -> order("tenants", C, "d").equals("done"));
    awaitLedger(C, "c, c's child, c's order, d, d's child, d's order");
  }

  private static void itIsLeftWhenTheServerForgetsIt() {
    assertThat(post("tenants/api/sources/gone", Map.of("name", C))).isEqualTo("done");
    awaitSources("tenants", "jdbc/queue up", "jdbc/tenant-b up");
    assertThat(order("tenants", B, "u")).isEqualTo("done");
    Await.until(SOON, () -> "u".equals(one(B, "SELECT text FROM ledger WHERE text = 'u'")));
  }
}
