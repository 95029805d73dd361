package io.queuejob.internal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of a web address, which a server on this machine takes. */
class WebhookSenderTest {
  private static final Letter LETTER = new Letter("id-1", "subject", "text", "{\"a\":1}", 1_700);

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int answer = 204;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    taken.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Queue-Job-Message")
            + " "
            + exchange.getRequestHeaders().getFirst("Queue-Job-Signature")
            + " "
            + body);
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private String address(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  @Test
  void a_call_is_signed_over_its_time_and_body() throws Exception {
    new WebhookSender(Optional.of("key")).send(address("/hook"), LETTER);
    assertThat(taken)
        .containsExactly("/hook id-1 " + Signature.of("key", 1_700, "{\"a\":1}") + " {\"a\":1}");
    assertThat(Signature.of("key", 1_700, "{\"a\":1}"))
        .isEqualTo("t=1700,v1=e7a9599c7021da701a7ecf816cfad43f8047df87eacd2cd8a77c9c78f57bc568");
  }

  @Test
  void without_a_secret_it_is_not_signed() throws Exception {
    new WebhookSender(Optional.empty()).send(address("/hook"), LETTER);
    assertThat(taken).containsExactly("/hook id-1 null {\"a\":1}");
  }

  @Test
  void a_redirect_is_not_followed_and_counts_as_not_sent() {
    answer = 307;
    assertThatThrownBy(() -> new WebhookSender(Optional.empty()).send(address("/hook"), LETTER))
        .hasMessage("expected an answer 2xx, found 307");
    assertThat(taken).hasSize(1);
  }

  @Test
  void an_address_where_nobody_listens_is_a_failure_and_one_that_does_is_none() {
    assertThatThrownBy(
            () -> new WebhookSender(Optional.empty()).send("http://localhost:1/", LETTER))
        .isInstanceOf(IOException.class);
    assertThatCode(() -> new WebhookSender(Optional.empty()).send(address("/"), LETTER))
        .doesNotThrowAnyException();
  }
}
