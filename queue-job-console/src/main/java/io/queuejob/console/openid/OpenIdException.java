package io.queuejob.console.openid;

/** A login by OpenID Connect that did not come to its end; the message is for the log. */
final class OpenIdException extends Exception {
  private static final long serialVersionUID = 1L;

  OpenIdException(String message) {
    super(message);
  }

  OpenIdException(String message, Throwable cause) {
    super(message, cause);
  }

  static OpenIdException answer(String what, String found) {
    return new OpenIdException(
        "QJ7311 OpenID Connect: expected %s, found %s; see the client's settings at the provider."
            .formatted(what, found));
  }

  static OpenIdException token(String expected, String found) {
    return new OpenIdException(
        "QJ7312 OpenID Connect: expected an ID token with %s, found %s; nobody was signed in."
            .formatted(expected, found));
  }
}
