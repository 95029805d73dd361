package io.queuejob.doctest.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.FreePort;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.doctest.page.Block;
import io.queuejob.doctest.page.Pages;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Follows the page word for word: makes the application, builds it, starts it and calls it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GettingStartedIT {
  private static final String PAGE = "docs/getting-started.md";
  private static final Pattern CURL = Pattern.compile("curl (?:-X (\\w+) )?(http://\\S+)\\s*");
  private static final String READY = "ready for data source jdbc/app";
  private static final Duration LIMIT = Duration.ofMinutes(4);

  @TempDir private static Path folder;
  private static Shell shell;
  private static int port;
  private static DatabaseLogin database;

  @BeforeAll
  static void prepare() throws IOException {
    port = FreePort.any();
    Path repository = Files.createDirectory(folder.resolve("repository"));
    shell = new Shell(folder, PrivateRepository.in(repository), port);
    database = TestDatabase.server().provision("app", "app", "app");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (shell != null) {
      shell.close();
    }
  }

  private static String command(String part) {
    List<Block> found =
        Pages.blocksOf(PAGE).stream()
            .filter(block -> block.language().isEmpty() && block.file() == null)
            .filter(block -> block.text().contains(part))
            .toList();
    assertThat(found).as("commands of the page with " + part).hasSize(1);
    return found.get(0).text();
  }

  private static List<Block> files() {
    return Pages.blocksOf(PAGE).stream().filter(block -> block.file() != null).toList();
  }

  /** What the page's curl would answer. */
  private static String curl(String command) throws IOException, InterruptedException {
    Matcher curl = CURL.matcher(command);
    assertThat(curl.matches()).as(command).isTrue();
    String method = curl.group(1) == null ? "GET" : curl.group(1);
    return ask(curl.group(2), method);
  }

  private static String ask(String address, String method)
      throws IOException, InterruptedException {
    byte[] login = "admin:admin".getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.replace("localhost:8080", "localhost:" + port)))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .method(method, BodyPublishers.noBody())
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("in time: " + what + "\n" + shell.said()).isLessThan(end);
      LockSupport.parkNanos(50_000_000L);
    }
  }

  @Test
  @Order(1)
  void the_archetype_makes_the_files_that_the_page_shows() throws Exception {
    shell.run(command("archetype-plugin"), LIMIT.toSeconds());

    Path shop = folder.resolve("shop");
    for (Block file : files()) {
      assertThat(shop.resolve(file.file())).as(file.toString()).content().isEqualTo(file.text());
    }
    try (Stream<Path> made = Files.walk(shop)) {
      assertThat(made.filter(Files::isRegularFile).map(path -> shop.relativize(path).toString()))
          .as("what is made and not shown")
          .filteredOn(path -> files().stream().noneMatch(file -> file.file().equals(path)))
          .containsExactly("README.md");
    }
    assertThat(Files.readString(shop.resolve("README.md"))).contains("shop/api/orders/7");
  }

  @Test
  @Order(2)
  void its_commands_test_and_build_and_start_the_application() throws Exception {
    Path pool = folder.resolve("shop/payara.txt");
    int there = TestDatabase.server().port();
    Files.writeString(
        pool, Files.readString(pool).replace("portNumber=5432", "portNumber=" + there));
    assertThat(Pages.text(PAGE)).contains("`" + READY + "`");

    shell.start(command("exec:exec"));
    await("start", () -> !shell.isRunning() || shell.said().contains(READY));

    assertThat(shell.isRunning()).as(shell.said()).isTrue();
    assertThat(shell.said()).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
  }

  @Test
  @Order(3)
  void an_order_is_placed_and_its_job_is_seen_done_everywhere() throws Exception {
    await("answers", () -> isUp());
    String reference = curl(command("curl -X POST"));

    String look = command("REFERENCE").replace("REFERENCE", reference);
    await("state is DONE", () -> curl(look).equals("DONE"));
    assertThat(Pages.text(PAGE)).contains("`sent the invoice of order 7`");
    await("log", () -> shell.said().contains("sent the invoice of order 7"));

    Block sql =
        Pages.blocksOf(PAGE).stream().filter(b -> b.language().equals("sql")).findFirst().get();
    try (Connection connection = database.connect();
        ResultSet row = connection.createStatement().executeQuery(sql.text())) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("state")).isEqualTo("done");
      assertThat(row.getString("function")).isEqualTo("shop.Invoices.send(long)");
    }
    await("console", () -> isConsoleUp());
    assertThat(ask("http://localhost:8080/queue-job/api/jobs", "GET")).contains(reference);
  }

  private static boolean isUp() {
    return answers("http://localhost:8080/shop/api/orders/jobs/" + new java.util.UUID(0, 0));
  }

  private static boolean isConsoleUp() {
    return answers("http://localhost:8080/queue-job/ping");
  }

  private static boolean answers(String address) {
    try {
      ask(address, "GET");
      return true;
    } catch (IOException | AssertionError notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
