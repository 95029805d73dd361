package io.queuejob.console.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Name and password of an {@code Authorization: Basic} header.
 *
 * @param user name, without a colon
 * @param password anything
 */
record BasicHeader(String user, String password) {
  private static final String SCHEME = "basic ";

  /** What the header carries; empty if it is of another kind or damaged. */
  static Optional<BasicHeader> of(String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new BasicHeader(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "BasicHeader[user=" + user + "]";
  }
}
