package io.queuejob.console.login;

import io.queuejob.web.rest.Problem;
import java.time.Duration;

/**
 * Why a login was refused.
 *
 * @param status HTTP status
 * @param id stable id of the message
 * @param key key of the text on the login page
 * @param pause how long to wait before the next attempt; null if one may try at once
 */
record Refusal(int status, String id, String key, Duration pause) {
  static final int UNAUTHORIZED = 401;
  static final int TOO_MANY = 429;
  static final Refusal NOBODY = new Refusal(UNAUTHORIZED, "QJ7202", "login.needed", null);
  static final Refusal WRONG = new Refusal(UNAUTHORIZED, "QJ7203", "login.wrong", null);
  static final Refusal NO_ACCOUNT = new Refusal(UNAUTHORIZED, "QJ7201", "login.noAccount", null);

  static final Refusal ELSEWHERE = new Refusal(UNAUTHORIZED, "QJ7207", "login.elsewhere", null);

  static Refusal tooMany(Duration pause) {
    return new Refusal(TOO_MANY, "QJ7204", "login.tooMany", pause);
  }

  /** Whole seconds to wait, at least one; 0 if none. */
  long waitSeconds() {
    return pause == null ? 0 : Math.max(1, pause.toSeconds());
  }

  Problem toProblem() {
    return switch (id) {
      case "QJ7204" ->
          Problem.of(
              status,
              id,
              "Too many failed logins",
              "Expected at most %d failed logins within %d minutes, found more; wait %d seconds."
                  .formatted(
                      LoginLimiter.FAILURES, LoginLimiter.WINDOW.toMinutes(), waitSeconds()));
      case "QJ7203" ->
          Problem.of(
              status,
              id,
              "Wrong login",
              "Expected the console's user and password, found others; see what it was started with.");
      case "QJ7201" ->
          Problem.of(
              status,
              id,
              "No login configured",
              "Expected a console started with a user and a password, found none; see its log.");
      default ->
          Problem.of(
              status,
              id,
              "Login needed",
              "Expected an Authorization header with scheme Basic, found none that can be read; add"
                  + " the console's user and password.");
    };
  }
}
