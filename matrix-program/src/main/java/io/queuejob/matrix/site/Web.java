package io.queuejob.matrix.site;

import io.queuejob.servers.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the example and the console as a program does. */
public record Web(Server server) {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** An address of the example's REST interface. */
  public URI example(String path) {
    return server.uri("order-desk").resolve("api/" + path);
  }

  /** An address of the console. */
  public URI console(String path) {
    return server.uri("queue-job").resolve(path);
  }

  /** Posts JSON and returns the answer, which has the expected status. */
  public String post(URI address, String body, int status) {
    return expect(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)),
        status);
  }

  /** Gets as nobody. */
  public String get(URI address, int status) {
    return expect(HttpRequest.newBuilder(address), status);
  }

  /** Gets as somebody who gives name and password with the request. */
  public String get(URI address, String password, int status) {
    byte[] login = (Site.USER + ":" + password).getBytes(StandardCharsets.UTF_8);
    return expect(
        HttpRequest.newBuilder(address)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login)),
        status);
  }

  private static String expect(HttpRequest.Builder builder, int status) {
    HttpRequest request = builder.timeout(LIMIT).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      CheckFailedException.unless(
          answer.statusCode() == status,
          "status " + status + " of " + request.method() + " " + request.uri(),
          answer.statusCode() + ": " + answer.body());
      return answer.body();
    } catch (IOException e) {
      throw new CheckFailedException(request.method() + " " + request.uri() + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailedException("interrupted");
    }
  }

  /** The value of a member of a flat JSON object, without quotes. */
  public static String member(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
    CheckFailedException.unless(found.find(), "a member '" + name + "'", json);
    return found.group(1);
  }
}
