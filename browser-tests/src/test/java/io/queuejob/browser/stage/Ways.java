package io.queuejob.browser.stage;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Ways into the console without a browser. */
public final class Ways {
  /** Connections are used again: some tests ask many hundred times. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Ways() {}

  /** Signs in by the form's post; returns the session's id. */
  static String signIn(String login, Account account) {
    CookieManager cookies = new CookieManager();
    HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    String form = "user=" + encoded(account.user()) + "&password=" + encoded(account.password());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(login))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = send(client, request);
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no session: " + answer.body()));
  }

  /** Asks for a page with a session. */
  static HttpResponse<String> page(String url, String session) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Cookie", "JSESSIONID=" + session).build();
    return send(CLIENT, request);
  }

  /** Sends a form to a page, as its script does. */
  static HttpResponse<String> post(String url, String session, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Cookie", "JSESSIONID=" + session)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Faces-Request", "partial/ajax")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return send(CLIENT, request);
  }

  /** Asks for an answer that does not end, with a session. */
  static HttpResponse<InputStream> stream(String url, String session) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Cookie", "JSESSIONID=" + session).build();
    return send(CLIENT, request, HttpResponse.BodyHandlers.ofInputStream());
  }

  /** Asks the REST interface as a program does; a null account gives no name. */
  public static HttpResponse<String> ask(String method, String url, Account account) {
    return ask(HttpRequest.newBuilder(URI.create(url)), method, "", account);
  }

  /** The same with a body of JSON. */
  public static HttpResponse<String> send(String method, String url, String body, Account account) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json");
    return ask(request, method, body, account);
  }

  private static HttpResponse<String> ask(
      HttpRequest.Builder request, String method, String body, Account account) {
    request.method(
        method,
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    if (account != null) {
      byte[] login = (account.user() + ":" + account.password()).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }
    return send(CLIENT, request.build());
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    return send(client, request, HttpResponse.BodyHandlers.ofString());
  }

  private static <T> HttpResponse<T> send(
      HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new IllegalStateException(request + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
