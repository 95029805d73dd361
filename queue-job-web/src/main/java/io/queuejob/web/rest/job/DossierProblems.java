package io.queuejob.web.rest.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.web.rest.Problem;

/** The refusals about one job in depth. */
final class DossierProblems {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private DossierProblems() {}

  static Problem uuid(String found) {
    return Problem.malformedUuid(BAD_REQUEST, "QJ7140", found);
  }

  static Problem noSuchJob(String uuid) {
    return Problem.noSuchJob(NOT_FOUND, "QJ7141", uuid);
  }

  static Problem line(String found) {
    String detail =
        "after: expected the id of a line, found '%s'; leave it out for the newest lines."
            .formatted(found);
    return Problem.of(BAD_REQUEST, "QJ7142", "Malformed id", detail);
  }

  static Problem limit(String found, int greatest, int otherwise) {
    String detail =
        "limit: expected a whole number from 1 to %d, found '%s'; leave it out for %d."
            .formatted(greatest, found, otherwise);
    return Problem.of(BAD_REQUEST, "QJ7143", "Limit out of range", detail);
  }

  /** A refusal in the engine's own words, which begin with their id. */
  static Problem refused(CommandResult result) {
    String words = result.message();
    return Problem.of(CONFLICT, words.substring(0, 6), "Refused in this state", words)
        .inState(result.state());
  }
}
