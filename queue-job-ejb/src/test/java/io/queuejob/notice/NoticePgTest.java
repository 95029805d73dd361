package io.queuejob.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.Rows;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs fail on nodes, and a web address hears of it: grouped, once, and after every trouble. */
class NoticePgTest {
  private static final Duration SOON = Duration.ofSeconds(40);

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final Rows rows = new Rows(login);
  private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int answer = 200;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    TestDatabase.drop(login);
  }

  private void take(HttpExchange exchange) throws IOException {
    heard.add(Json.createReader(exchange.getRequestBody()).readObject());
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private EngineHarness node(String... more) {
    Map<String, String> settings =
        new java.util.HashMap<>(
            Map.of(
                "queue-job.channels",
                "root:4",
                "queue-job.notify",
                "http://localhost:" + server.getAddress().getPort() + "/hook",
                "queue-job.admin-address",
                "https://ops/queue-job"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return EngineHarness.start(login, settings, new FailingBean());
  }

  private void awaitNoting() throws Exception {
    Await.until(
        "somebody tells",
        SOON,
        () -> rows.number("SELECT count(*) FROM queue_job.chore WHERE name = 'notification'"),
        n -> n == 1);
  }

  private static Call failing(String method, String text) {
    return Call.of(FailingBean.class, method, text);
  }

  private long jobsHeard(String errorClass) {
    return heard.stream()
        .filter(letter -> letter.getString("errorClass").endsWith(errorClass))
        .mapToLong(letter -> letter.getJsonNumber("jobs").longValue())
        .sum();
  }

  @Test
  void failures_alike_are_one_message_and_each_kind_has_its_own() throws Exception {
    try (EngineHarness node = node();
        EngineHarness other = node()) {
      awaitNoting();
      for (int i = 0; i < 30; i++) {
        (i % 2 == 0 ? node : other).delay(failing("order", "customer " + i));
      }
      node.delay(failing("other", "x"));
      Await.until(
          "all heard",
          SOON,
          () -> jobsHeard("IllegalStateException") + jobsHeard("ArithmeticException"),
          n -> n == 31 || heard.size() > 4);
      assertThat(jobsHeard("ArithmeticException")).isEqualTo(1);
      // what failed after the first message waits for its period
      assertThat(heard.size()).isEqualTo(2);
      assertThat(heard.get(0).getString("link"))
          .startsWith("https://ops/queue-job/job.xhtml?uuid=");
      assertThat(rows.number("SELECT count(*) FROM queue_job.notice_sent")).isEqualTo(2);
    }
  }

  @Test
  void a_message_that_is_refused_is_tried_again_with_the_same_identity() throws Exception {
    answer = 500;
    try (EngineHarness node = node()) {
      awaitNoting();
      node.delay(failing("order", "a"));
      Await.until("refused", SOON, heard::size, n -> n == 1);
      Await.until(
          "kept",
          SOON,
          () -> rows.one("SELECT trouble FROM queue_job.notice"),
          "expected an answer 2xx, found 500"::equals);
      answer = 200;
      rows.update("UPDATE queue_job.notice SET due = clock_timestamp()");
      Await.until("heard again", SOON, heard::size, n -> n == 2);
      assertThat(heard.get(1).getString("id")).isEqualTo(heard.get(0).getString("id"));
      Await.until(
          "over",
          SOON,
          () -> rows.number("SELECT count(*) FROM queue_job.notice WHERE due IS NULL"),
          n -> n == 1);
    }
  }

  @Test
  void what_a_dead_node_had_marked_is_sent_by_another() throws Exception {
    try (EngineHarness node = node("queue-job.notify", "none")) {
      awaitNoting();
      node.delay(failing("order", "a"));
      rows.update(
          "INSERT INTO queue_job.notice (application, recipient, fingerprint, channel, function,"
              + " error_class, error, job, pending, telling, total, first, last, due, message)"
              + " VALUES ('test', ?, 'f', 'root', 'F.f()', 'a.BException', 'b', gen_random_uuid(),"
              + " 5, 3, 5, clock_timestamp(), clock_timestamp(), clock_timestamp(),"
              + " '00000000-0000-0000-0000-000000000007')",
          "http://localhost:" + server.getAddress().getPort() + "/hook");
      Await.until("heard", SOON, heard::size, n -> n == 1);
      assertThat(heard.get(0).getString("id")).endsWith("7");
      assertThat(jobsHeard("BException")).isEqualTo(3);
      Await.until(
          "the rest waits",
          SOON,
          () -> rows.number("SELECT pending FROM queue_job.notice WHERE message IS NULL"),
          n -> n == 2);
    }
  }

  @Test
  void the_limit_of_an_hour_holds_back_further_kinds() throws Exception {
    try (EngineHarness node = node("queue-job.notify-limit", "1")) {
      awaitNoting();
      node.delay(failing("order", "a"));
      Await.until("heard", SOON, heard::size, n -> n == 1);
      node.delay(failing("other", "x"));
      Await.until(
          "counted",
          SOON,
          () -> rows.number("SELECT count(*) FROM queue_job.notice WHERE due < clock_timestamp()"),
          n -> n == 1);
      assertThat(heard).hasSize(1);
    }
  }

  @Test
  void nothing_is_noted_where_nobody_is_told() throws Exception {
    try (EngineHarness node = node("queue-job.notify", "")) {
      node.delay(failing("order", "a"));
      Await.until(
          "failed",
          SOON,
          () -> rows.number("SELECT count(*) FROM queue_job.job WHERE failed"),
          n -> n == 1);
      assertThat(rows.number("SELECT count(*) FROM queue_job.failure")).isZero();
    }
  }
}
