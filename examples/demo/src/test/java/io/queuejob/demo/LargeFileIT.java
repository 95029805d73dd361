package io.queuejob.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.FreePort;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.servers.Server;
import io.queuejob.servers.ServerKind;
import io.queuejob.servers.setup.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example takes in a large file while its server is killed (S-AD-07). The number of orders is
 * the system property {@code orders}, 1,000 unless set.
 */
class LargeFileIT {
  private static final int ORDERS = Integer.getInteger("orders", 1_000);
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LIMIT = Duration.ofMinutes(8);

  private final DatabaseLogin database = TestDatabase.freshDatabase();
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private Server server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.kill();
    }
    TestDatabase.drop(database);
  }

  private void start() throws IOException {
    Checkout checkout = Checkout.current();
    server =
        Server.builder(ServerKind.PAYARA_MICRO)
            .home(checkout.payaraMicro())
            .work(folder.resolve("server"))
            .log(folder.resolve("server.log"))
            .port(FreePort.any())
            .library(checkout.driver())
            .deploy(DemoStreet.APPLICATION, checkout.orderDesk())
            .pool(new Pool("jdbc/queue", database.url(), database.user(), database.password(), 40))
            .jvmOptions("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
            .environment("QUEUE_JOB_DATASOURCE", "jdbc/queue")
            .environment("QUEUE_JOB_CHANNELS", "root:6,root.intake:3")
            .readyLine("ready for data source")
            .start();
    server.awaitReady(START, message -> {});
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(address(path)).build(), 200);
  }

  private URI address(String path) {
    return server.uri(DemoStreet.APPLICATION).resolve("api/" + path);
  }

  private String send(HttpRequest request, int expected) {
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException(request + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void await(String what, String sql) throws SQLException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (number(sql) == 0) {
      assertThat(System.nanoTime()).as("not in time: " + what + ", " + states()).isLessThan(end);
      assertThat(server.isAlive()).as(server.logTail(30)).isTrue();
      LockSupport.parkNanos(50_000_000L);
    }
  }

  private String states() throws SQLException {
    return number("SELECT count(*) FROM order_desk.intake_chunk WHERE placed_at IS NOT NULL")
        + " chunks placed";
  }

  @Test
  void a_file_is_taken_in_once_although_the_server_is_killed_in_between() throws Exception {
    start();
    String id = sendFile(get("intakes/sample?orders=" + ORDERS + "&seed=7"));
    await(
        "a third of the chunks",
        "SELECT CASE WHEN count(*) FILTER (WHERE placed_at IS NOT NULL) * 3 > count(*)"
            + " AND count(*) > 3 THEN 1 ELSE 0 END FROM order_desk.intake_chunk");
    server.kill();
    assertThat(number("SELECT count(*) FROM order_desk.intake WHERE finished_at IS NULL"))
        .as("killed in between")
        .isEqualTo(1);
    start();
    await("report", "SELECT count(*) FROM order_desk.intake WHERE finished_at IS NOT NULL");

    checkOrders();
    assertThat(get("intakes/" + id))
        .contains("\"state\":\"finished\"", "\"orders\":" + ORDERS, "\"rejected\":1", "NO-SUCH");
    assertThat(
            number(
                "SELECT count(*) FROM queue_job.job WHERE state = 'failed' AND graph IS NOT NULL"))
        .isZero();
  }

  /** A file, with one order more that breaks a rule; returns the number of its intake. */
  private String sendFile(String file) {
    String accepted =
        send(
            HttpRequest.newBuilder(address("intakes?name=large.csv"))
                .header("Content-Type", "text/csv; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(file + "X-1,Ann,NO-SUCH-SKU,1\n"))
                .build(),
            202);
    Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(accepted);
    assertThat(id.find()).as(accepted).isTrue();
    return id.group(1);
  }

  private void checkOrders() throws SQLException {
    assertThat(number("SELECT count(*) FROM order_desk.orders")).isEqualTo(ORDERS);
    assertThat(number("SELECT count(DISTINCT reference) FROM order_desk.intake_line"))
        .isEqualTo(ORDERS + 1L);
    assertThat(number("SELECT count(*) FROM order_desk.intake_line")).isEqualTo(ORDERS + 1L);
    assertThat(
            number(
                "SELECT count(DISTINCT order_id) FROM order_desk.intake_line l"
                    + " JOIN order_desk.orders o ON o.id = l.order_id"))
        .isEqualTo(ORDERS);
  }
}
