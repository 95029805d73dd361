package io.queuejob.web.rest.job;

import io.queuejob.web.rest.ProblemException;

/** Reads the question for lines of a log. */
final class LogQuery {
  private static final int DEFAULT_LIMIT = 200;
  private static final int GREATEST_LIMIT = 1_000;

  private LogQuery() {}

  /** Number of the line behind which the answer begins; null for the newest lines. */
  static Long after(String value) {
    if (value == null) {
      return null;
    }
    if (!value.matches("\\d{1,18}")) {
      throw new ProblemException(DossierProblems.line(value));
    }
    return Long.valueOf(value);
  }

  static int limit(String value) {
    if (value == null) {
      return DEFAULT_LIMIT;
    }
    int limit = value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > GREATEST_LIMIT) {
      throw new ProblemException(DossierProblems.limit(value, GREATEST_LIMIT, DEFAULT_LIMIT));
    }
    return limit;
  }
}
