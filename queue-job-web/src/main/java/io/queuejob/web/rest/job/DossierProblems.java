package io.queuejob.web.rest.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.web.rest.Problem;
import java.util.List;

/** The refusals about one job in depth. */
final class DossierProblems {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private DossierProblems() {}

  static Problem uuid(String found) {
    String detail =
        "Expected a uuid such as 0b9c6f3e-8a51-4d27-9a66-0d0f5b1c2e47, found '%s'; take it from the"
                .formatted(found)
            + " list of jobs.";
    return Problem.of(BAD_REQUEST, "QJ7140", "Malformed uuid", detail);
  }

  static Problem noSuchJob(String uuid) {
    String detail =
        "Expected a job with uuid %s, found none; it may have been removed after its retention."
            .formatted(uuid);
    return Problem.of(NOT_FOUND, "QJ7141", "No such job", detail);
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
    return new Problem(
        CONFLICT,
        result.message().substring(0, 6),
        "Refused in this state",
        result.message(),
        List.of(),
        result.state());
  }
}
