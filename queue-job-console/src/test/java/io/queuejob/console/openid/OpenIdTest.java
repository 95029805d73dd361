package io.queuejob.console.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.console.ConsoleSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.security.KeyPairGenerator;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenIdTest {
  private static final Pending PENDING =
      new Pending("s", "n", "verifier", "/", "https://queue/login/openid");
  private GivenProvider given;
  private Provider provider;

  @BeforeEach
  void open() throws Exception {
    given = new GivenProvider();
    provider = Provider.of(given.settings());
  }

  @AfterEach
  void close() {
    given.close();
  }

  private JsonObject read(JsonObjectBuilder claims) throws Exception {
    return read(given.signed(claims.build()));
  }

  private JsonObject read(String token) throws Exception {
    return provider.reader().claims(token, "n", GivenProvider.NOW);
  }

  private void refused(JsonObjectBuilder claims, String expected) {
    assertThatThrownBy(() -> read(claims))
        .isInstanceOf(OpenIdException.class)
        .hasMessageStartingWith("QJ7312 OpenID Connect: expected an ID token with " + expected);
  }

  @Test
  void a_token_that_is_right_tells_who_it_is() throws Exception {
    JsonObject claims =
        read(
            given
                .claims()
                .add(
                    "realm",
                    Json.createObjectBuilder().add("roles", Json.createArrayBuilder().add("ops"))));
    assertThat(IdToken.text(claims, "sub")).isEqualTo("s1");
    assertThat(IdToken.texts(IdToken.at(claims, "realm.roles"))).containsExactly("ops");
    assertThat(IdToken.texts(IdToken.at(claims, "realm.none"))).isEmpty();
  }

  @Test
  void a_token_of_others_of_old_or_of_another_login_is_refused() {
    refused(given.claims().add("iss", "https://other"), "issuer");
    refused(given.claims().add("aud", "other"), "audience");
    refused(
        given.claims().add("aud", Json.createArrayBuilder().add("console").add("other")),
        "authorized party");
    refused(given.claims().add("azp", "other"), "authorized party");
    refused(given.claims().add("nonce", "m"), "the nonce");
    refused(given.claims().add("exp", GivenProvider.NOW.getEpochSecond() - 61), "a time to come");
    refused(given.claims().addNull("exp"), "a time to come");
  }

  @Test
  void a_signature_of_others_is_refused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    JsonObject claims = given.claims().build();
    String forged = GivenProvider.signed(claims, "RS256", generator.generateKeyPair());
    assertThatThrownBy(() -> read(forged)).hasMessageContaining("a signature by a key");
    String unsigned = GivenProvider.signed(claims, "none", generator.generateKeyPair());
    assertThatThrownBy(() -> read(unsigned)).hasMessageContaining("a signature by one of");
    String shared = GivenProvider.signed(claims, "HS256", generator.generateKeyPair());
    assertThatThrownBy(() -> read(shared)).hasMessageContaining("found HS256");
    String right = given.signed(claims);
    assertThatThrownBy(() -> read(right.substring(0, right.lastIndexOf('.') + 1)))
        .hasMessageContaining("a signature by a key");
    assertThatThrownBy(() -> read("a.b")).hasMessageContaining("three parts");
    assertThatThrownBy(() -> read("a.!.c")).hasMessageContaining("base64url");
  }

  @Test
  void the_visitor_is_led_to_the_provider_with_state_nonce_and_challenge() throws Exception {
    assertThat(provider.signIn(PENDING))
        .startsWith(given.issuer + "/authorize?client_id=console&code_challenge=")
        .contains("&code_challenge_method=S256&nonce=n&")
        .contains("redirect_uri=https%3A%2F%2Fqueue%2Flogin%2Fopenid")
        .endsWith("&scope=openid+profile+email&state=s");
    assertThat(PENDING.isAnsweredBy("s")).isTrue();
    assertThat(PENDING.isAnsweredBy("t")).isFalse();
    assertThat(PENDING.isAnsweredBy(null)).isFalse();
  }

  @Test
  void the_code_is_exchanged_with_the_secret_and_the_verifier() throws Exception {
    given.token = Json.createObjectBuilder().add("access_token", "a").build();
    assertThat(provider.tokens(PENDING, "c&d").getString("access_token")).isEqualTo("a");
    assertThat(given.asked.get(given.asked.size() - 1))
        .startsWith("/token Basic ")
        .contains("code=c%26d&code_verifier=verifier&grant_type=authorization_code");
    assertThat(provider.more("a").getString("groups")).isEqualTo("ops");
  }

  @Test
  void settings_that_are_not_complete_or_not_safe_are_refused() {
    assertThatThrownBy(() -> settings(Map.of("queue-job.openid.provider", "http://login.example")))
        .hasMessageStartingWith(
            "QJ7310 queue-job.openid.provider: expected an address that begins");
    assertThatThrownBy(() -> settings(Map.of("queue-job.openid.provider", "https://login.example")))
        .hasMessageStartingWith("QJ7310 OpenID Connect: expected queue-job.openid.client-id");
    assertThat(settings(Map.of()).isOn()).isFalse();
  }

  private static OpenId settings(Map<String, String> properties) {
    return new OpenId(new ConsoleSettings(name -> null, properties::get));
  }

  @Test
  void a_provider_that_is_not_the_one_named_is_refused() {
    Map<String, String> properties =
        Map.of(
            "queue-job.openid.provider", given.issuer.replace("127.0.0.1", "localhost"),
            "queue-job.openid.client-id", "console",
            "queue-job.openid.client-secret", "x");
    OpenId other = settings(properties);
    assertThatThrownBy(() -> Provider.of(other))
        .hasMessageStartingWith("QJ7311 OpenID Connect: expected the issuer");
  }
}
