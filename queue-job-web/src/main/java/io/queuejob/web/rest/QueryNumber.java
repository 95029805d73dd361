package io.queuejob.web.rest;

import java.util.function.Function;

/** Numbers among the parameters of an address; what is none is refused in the caller's words. */
public final class QueryNumber {
  private QueryNumber() {}

  /**
   * The most rows of an answer.
   *
   * @param value as given; null for the default
   * @param otherwise the default
   * @param greatest most that may be asked for; the least is 1
   * @param refusal of a value out of range
   */
  public static int limit(
      String value, int otherwise, int greatest, Function<String, ProblemException> refusal) {
    if (value == null) {
      return otherwise;
    }
    int limit = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > greatest) {
      throw refusal.apply(value);
    }
    return limit;
  }

  /** Number of a row; null if none was given. */
  public static Long row(String value, Function<String, ProblemException> refusal) {
    if (value != null && !value.matches("\\d{1,18}")) {
      throw refusal.apply(value);
    }
    return value == null ? null : Long.valueOf(value);
  }
}
