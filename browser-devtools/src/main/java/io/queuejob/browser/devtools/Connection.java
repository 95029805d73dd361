package io.queuejob.browser.devtools;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * The one socket to the browser: commands with their answers, and events of each session. Safe for
 * several threads. Listeners run on the socket's thread and must not wait for an answer.
 */
final class Connection implements WebSocket.Listener {
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Map<Long, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<String, JsonObject>> listeners = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong();
  private final StringBuilder part = new StringBuilder();
  private WebSocket socket;

  private Connection() {}

  static Connection to(URI address) {
    Connection connection = new Connection();
    connection.socket =
        HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .build()
            .newWebSocketBuilder()
            .connectTimeout(ANSWER)
            .buildAsync(address, connection)
            .join();
    return connection;
  }

  void listen(String session, BiConsumer<String, JsonObject> listener) {
    listeners.put(session, listener);
  }

  void forget(String session) {
    listeners.remove(session);
  }

  /** Sends a command and waits for its answer; a null session is the browser itself. */
  JsonObject send(String session, String method, JsonObjectBuilder parameters) {
    try {
      return post(session, method, parameters).get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(method + ": " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException(method + ": no answer within " + ANSWER, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(method + ": interrupted", e);
    }
  }

  /** Sends a command; the answer comes later. */
  CompletableFuture<JsonObject> post(String session, String method, JsonObjectBuilder parameters) {
    long id = number.incrementAndGet();
    JsonObjectBuilder message =
        Json.createObjectBuilder().add("id", id).add("method", method).add("params", parameters);
    if (session != null) {
      message.add("sessionId", session);
    }
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    write(message.build().toString());
    return answer;
  }

  private synchronized void write(String message) {
    socket.sendText(message, true).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    part.append(data);
    if (last) {
      String whole = part.toString();
      part.setLength(0);
      take(Json.createReader(new StringReader(whole)).readObject());
    }
    from.request(1);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    waiting.values().forEach(answer -> answer.completeExceptionally(failure));
  }

  private void take(JsonObject message) {
    if (message.containsKey("id")) {
      CompletableFuture<JsonObject> answer =
          waiting.remove(message.getJsonNumber("id").longValue());
      if (message.containsKey("error")) {
        String error = message.getJsonObject("error").toString();
        answer.completeExceptionally(new IllegalStateException(error));
      } else {
        answer.complete(message.getJsonObject("result"));
      }
      return;
    }
    BiConsumer<String, JsonObject> listener = listeners.get(message.getString("sessionId", ""));
    if (listener != null) {
      listener.accept(message.getString("method"), message.getJsonObject("params"));
    }
  }
}
