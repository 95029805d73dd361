package io.queuejob.console.openid;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Reads an ID token; what comes out of here is proven. */
final class IdToken {
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final String issuer;
  private final String client;
  private final JsonObject keys;

  IdToken(String issuer, String client, JsonObject keys) {
    this.issuer = issuer;
    this.client = client;
    this.keys = keys;
  }

  /**
   * The claims of a token.
   *
   * @throws OpenIdException if it is not from this provider, for this client, of this time and
   *     login
   */
  JsonObject claims(String token, String nonce, Instant now) throws OpenIdException {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw OpenIdException.token("three parts", Integer.toString(parts.length));
    }
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    if (!SigningKeys.haveSigned(keys, json(parts[0]), signed, bytes(parts[2]))) {
      throw OpenIdException.token("a signature by a key of the provider", "another");
    }
    JsonObject claims = json(parts[1]);
    require("issuer " + issuer, issuer.equals(text(claims, "iss")), text(claims, "iss"));
    List<String> audience = texts(claims.get("aud"));
    require("audience " + client, audience.contains(client), audience.toString());
    String party = text(claims, "azp");
    require(
        "authorized party " + client,
        party == null ? audience.size() == 1 : party.equals(client),
        party == null ? "none" : party);
    require("the nonce of this login", nonce.equals(text(claims, "nonce")), "another");
    require("a time to come at which it expires", isAfter(claims, now.minus(SKEW)), "one gone by");
    require("a subject", text(claims, "sub") != null, "none");
    return claims;
  }

  private static boolean isAfter(JsonObject claims, Instant instant) {
    return claims.get("exp") instanceof JsonNumber end
        && end.longValue() > instant.getEpochSecond();
  }

  private static void require(String expected, boolean met, String found) throws OpenIdException {
    if (!met) {
      throw OpenIdException.token(expected, found == null ? "none" : found);
    }
  }

  private static byte[] bytes(String part) throws OpenIdException {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw OpenIdException.token("parts in base64url", "another text");
    }
  }

  private static JsonObject json(String part) throws OpenIdException {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes(part)))) {
      return reader.readObject();
    } catch (RuntimeException e) {
      throw OpenIdException.token("parts that are JSON", "another text");
    }
  }

  /** The text of a claim; null if there is none, or it is no text. Dots lead into objects. */
  static String text(JsonObject claims, String name) {
    return at(claims, name) instanceof JsonString text ? text.getString() : null;
  }

  /** A claim, by a name whose dots lead into objects; null if there is none. */
  static JsonValue at(JsonObject claims, String name) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    JsonValue value = claims;
    for (String step : name.split("\\.")) {
      value = value instanceof JsonObject object ? object.get(step) : null;
    }
    return value;
  }

  /** The texts of a claim that is one or a list of them. */
  static List<String> texts(JsonValue value) {
    if (value instanceof JsonString one) {
      return List.of(one.getString());
    }
    return value instanceof JsonArray all
        ? all.stream()
            .filter(JsonString.class::isInstance)
            .map(text -> ((JsonString) text).getString())
            .toList()
        : List.of();
  }
}
