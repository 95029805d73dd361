package io.queuejob.console.openid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.queuejob.console.ConsoleSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A provider that signs whatever a test wants. */
final class GivenProvider implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  final List<String> asked = new CopyOnWriteArrayList<>();
  JsonObject token = Json.createObjectBuilder().build();
  private final HttpServer server;
  private final KeyPair pair;
  final String issuer;

  GivenProvider() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    answer("/.well-known/openid-configuration", this::addresses);
    answer(
        "/jwks",
        () -> Json.createObjectBuilder().add("keys", Json.createArrayBuilder().add(key())).build());
    answer("/token", () -> token);
    answer(
        "/userinfo",
        () -> Json.createObjectBuilder().add("sub", "s1").add("groups", "ops").build());
    server.start();
  }

  private void answer(String path, Supplier<JsonObject> body) {
    server.createContext(
        path,
        exchange -> {
          String given =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(
              path + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + given);
          send(exchange, body.get().toString().getBytes(StandardCharsets.UTF_8));
        });
  }

  private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private JsonObject addresses() {
    return Json.createObjectBuilder()
        .add("issuer", issuer)
        .add("authorization_endpoint", issuer + "/authorize")
        .add("token_endpoint", issuer + "/token")
        .add("userinfo_endpoint", issuer + "/userinfo")
        .add("jwks_uri", issuer + "/jwks")
        .build();
  }

  private JsonObject key() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return Json.createObjectBuilder()
        .add("kty", "RSA")
        .add("kid", "k1")
        .add("n", text(key.getModulus()))
        .add("e", text(key.getPublicExponent()))
        .build();
  }

  private static String text(BigInteger number) {
    return base64(number.toByteArray());
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  OpenId settings() {
    Map<String, String> properties =
        Map.of(
            "queue-job.openid.provider", issuer + "/",
            "queue-job.openid.client-id", "console",
            "queue-job.openid.client-secret", "s e:cret");
    return new OpenId(new ConsoleSettings(name -> null, properties::get));
  }

  /** Claims that are right for the nonce {@code n}. */
  JsonObjectBuilder claims() {
    return Json.createObjectBuilder()
        .add("iss", issuer)
        .add("aud", "console")
        .add("sub", "s1")
        .add("nonce", "n")
        .add("exp", NOW.getEpochSecond() + 60);
  }

  String signed(JsonObject claims) throws GeneralSecurityException {
    return signed(claims, "RS256", pair);
  }

  static String signed(JsonObject claims, String algorithm, KeyPair by)
      throws GeneralSecurityException {
    JsonObject header = Json.createObjectBuilder().add("alg", algorithm).add("kid", "k1").build();
    String text =
        base64(header.toString().getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(by.getPrivate());
    signature.update(text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + base64(signature.sign());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
