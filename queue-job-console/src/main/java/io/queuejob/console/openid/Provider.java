package io.queuejob.console.openid;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** What the console asks of a provider, by its published addresses. */
final class Provider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final OpenId settings;
  private final JsonObject addresses;

  private Provider(OpenId settings) throws OpenIdException {
    this.settings = settings;
    String address = settings.provider() + "/.well-known/openid-configuration";
    this.addresses = json(HttpRequest.newBuilder(URI.create(address)));
    String issuer = addresses.getString("issuer", "");
    if (!issuer.replaceAll("/+$", "").equals(settings.provider())) {
      throw OpenIdException.answer("the issuer " + settings.provider(), "'" + issuer + "'");
    }
  }

  /** Asks a provider for its addresses. */
  static Provider of(OpenId settings) throws OpenIdException {
    return new Provider(settings);
  }

  /** Where a visitor signs in. */
  String signIn(Pending pending) throws OpenIdException {
    String begin = address("authorization_endpoint");
    return begin
        + (begin.contains("?") ? "&" : "?")
        + form(
            Map.of(
                "response_type", "code",
                "client_id", settings.clientId(),
                "redirect_uri", pending.redirect(),
                "scope", settings.scopes(),
                "state", pending.state(),
                "nonce", pending.nonce(),
                "code_challenge", pending.challenge(),
                "code_challenge_method", "S256"));
  }

  /** What the provider gives for a code. */
  JsonObject tokens(Pending pending, String code) throws OpenIdException {
    String body =
        form(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                pending.redirect(),
                "code_verifier",
                pending.verifier()));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address("token_endpoint")))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (takesOnlyForm()) {
      body +=
          "&"
              + form(
                  Map.of(
                      "client_id", settings.clientId(), "client_secret", settings.clientSecret()));
    } else {
      String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
      request.header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
    }
    return json(request.POST(BodyPublishers.ofString(body)));
  }

  /** The standard's default is Basic. */
  private boolean takesOnlyForm() {
    var ways = IdToken.texts(addresses.get("token_endpoint_auth_methods_supported"));
    return !ways.contains("client_secret_basic") && ways.contains("client_secret_post");
  }

  /** Reader of tokens by the provider's keys as they are now. */
  IdToken reader() throws OpenIdException {
    JsonObject keys = json(HttpRequest.newBuilder(URI.create(address("jwks_uri"))));
    if (!keys.containsKey("keys")) {
      throw OpenIdException.answer("keys at " + address("jwks_uri"), "none");
    }
    return new IdToken(addresses.getString("issuer"), settings.clientId(), keys);
  }

  /** More claims of the caller; empty if the provider publishes none. */
  JsonObject more(String accessToken) throws OpenIdException {
    if (accessToken == null || !addresses.containsKey("userinfo_endpoint")) {
      return JsonObject.EMPTY_JSON_OBJECT;
    }
    return json(
        HttpRequest.newBuilder(URI.create(address("userinfo_endpoint")))
            .header("Authorization", "Bearer " + accessToken));
  }

  private String address(String name) throws OpenIdException {
    String address = addresses.getString(name, null);
    if (address == null) {
      throw OpenIdException.answer("a provider that publishes its " + name, "none");
    }
    return address;
  }

  private JsonObject json(HttpRequest.Builder request) throws OpenIdException {
    HttpRequest sent = request.timeout(PATIENCE).header("Accept", "application/json").build();
    try {
      HttpResponse<String> answer = http.send(sent, BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw OpenIdException.answer(
            "status 200 of " + sent.uri(), "status " + answer.statusCode());
      }
      try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw OpenIdException.answer("an answer of " + sent.uri(), "an interruption");
    } catch (IOException | RuntimeException e) {
      throw new OpenIdException(
          "QJ7311 OpenID Connect: expected JSON from %s, found %s; see that the server reaches the provider."
              .formatted(sent.uri(), e),
          e);
    }
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
