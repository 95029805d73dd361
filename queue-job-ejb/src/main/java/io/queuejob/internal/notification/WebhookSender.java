package io.queuejob.internal.notification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Posts messages as JSON, signed if there is a secret. Follows no redirect, to whatever host. */
public final class WebhookSender implements Sender {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final Optional<String> secret;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  public WebhookSender(Optional<String> secret) {
    this.secret = secret;
  }

  @Override
  public void send(String recipient, Letter letter) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(recipient))
            .timeout(ANSWER)
            .header("Content-Type", "application/json")
            .header("User-Agent", "queue-job")
            .header("Queue-Job-Message", letter.id())
            .POST(BodyPublishers.ofString(letter.json()));
    secret.ifPresent(
        s ->
            request.header(
                "Queue-Job-Signature", Signature.of(s, letter.seconds(), letter.json())));
    HttpResponse<Void> answer = client.send(request.build(), BodyHandlers.discarding());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("expected an answer 2xx, found " + answer.statusCode());
    }
  }
}
