package io.queuejob.console.openid;

import io.queuejob.console.ConsoleSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings of the login by OpenID Connect. */
@ApplicationScoped
public class OpenId {
  static final String PROVIDER = "queue-job.openid.provider";
  static final String CLIENT_ID = "queue-job.openid.client-id";
  static final String CLIENT_SECRET = "queue-job.openid.client-secret";
  static final String REDIRECT = "queue-job.openid.redirect-uri";
  static final String SCOPES = "queue-job.openid.scopes";
  static final String CALLER_CLAIM = "queue-job.openid.caller-claim";
  static final String GROUPS_CLAIM = "queue-job.openid.groups-claim";

  private final ConsoleSettings settings;

  /** As this process was started. */
  public OpenId() {
    this(ConsoleSettings.ofProcess());
  }

  OpenId(ConsoleSettings settings) {
    this.settings = settings;
    if (isOn()) {
      check();
    }
  }

  /** A token that crosses a network in the clear is anybody's. */
  private void check() {
    URI uri = URI.create(provider());
    boolean local = List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
    if (!"https".equals(uri.getScheme()) && !(local && "http".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "QJ7310 %s: expected an address that begins with https://, found '%s'; write the issuer of the provider, as in https://login.example.com/realms/main."
              .formatted(PROVIDER, provider()));
    }
    if (settings.text(CLIENT_ID).isEmpty() || settings.text(CLIENT_SECRET).isEmpty()) {
      throw new IllegalArgumentException(
          "QJ7310 OpenID Connect: expected %s and %s beside %s, found not both; register the console as a client at the provider and give them."
              .formatted(CLIENT_ID, CLIENT_SECRET, PROVIDER));
    }
  }

  /** Whether people sign in at a provider. */
  public boolean isOn() {
    return settings.text(PROVIDER).isPresent();
  }

  /** The issuer, without a slash at its end. */
  public String provider() {
    return settings.text(PROVIDER).orElse("").strip().replaceAll("/+$", "");
  }

  String clientId() {
    return settings.text(CLIENT_ID).orElseThrow();
  }

  String clientSecret() {
    return settings.text(CLIENT_SECRET).orElseThrow();
  }

  /** Where the provider leads back to; empty for the address by which the console was called. */
  Optional<String> redirect() {
    return settings.text(REDIRECT);
  }

  String scopes() {
    return settings.text(SCOPES).orElse("openid profile email");
  }

  /** The claims that may name the caller, the first that is there counts. */
  List<String> callerClaims() {
    return List.of(settings.text(CALLER_CLAIM).orElse("preferred_username"), "email", "sub");
  }

  /** The claim with the caller's groups; dots lead into objects. */
  String groupsClaim() {
    return settings.text(GROUPS_CLAIM).orElse("groups");
  }
}
