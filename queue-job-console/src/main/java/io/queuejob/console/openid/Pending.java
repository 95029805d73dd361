package io.queuejob.console.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A login in flight, in the visitor's session; used once.
 *
 * @param state comes back with the code
 * @param nonce comes back in the token
 * @param verifier proves to the provider that the code was asked for here
 * @param to the page that was wanted
 * @param redirect where the provider leads back to
 */
record Pending(String state, String nonce, String verifier, String to, String redirect)
    implements Serializable {
  private static final String ATTRIBUTE = Pending.class.getName();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  static Pending begin(HttpServletRequest request, String to, String redirect) {
    Pending pending = new Pending(random(), random(), random(), to, redirect);
    request.getSession(true).setAttribute(ATTRIBUTE, pending);
    return pending;
  }

  /** Takes the login in flight out of the session; null if there is none. */
  static Pending take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Pending pending = session == null ? null : (Pending) session.getAttribute(ATTRIBUTE);
    if (pending != null) {
      session.removeAttribute(ATTRIBUTE);
    }
    return pending;
  }

  boolean isAnsweredBy(String givenState) {
    return givenState != null
        && MessageDigest.isEqual(
            state.getBytes(StandardCharsets.UTF_8), givenState.getBytes(StandardCharsets.UTF_8));
  }

  /** What the provider is told of the verifier at first. */
  String challenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
