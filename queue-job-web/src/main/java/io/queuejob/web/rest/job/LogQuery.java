package io.queuejob.web.rest.job;

import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.rest.QueryNumber;

/** Reads the question for lines of a log. */
final class LogQuery {
  private static final int DEFAULT_LIMIT = 200;
  private static final int GREATEST_LIMIT = 1_000;

  private LogQuery() {}

  /** Number of the line behind which the answer begins; null for the newest lines. */
  static Long after(String value) {
    return QueryNumber.row(value, text -> new ProblemException(DossierProblems.line(text)));
  }

  static int limit(String value) {
    return QueryNumber.limit(
        value,
        DEFAULT_LIMIT,
        GREATEST_LIMIT,
        text -> new ProblemException(DossierProblems.limit(text, GREATEST_LIMIT, DEFAULT_LIMIT)));
  }
}
