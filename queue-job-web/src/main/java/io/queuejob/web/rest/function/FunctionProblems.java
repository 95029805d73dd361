package io.queuejob.web.rest.function;

import io.queuejob.admin.CommandResult;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;

/** The refusals of the functions' interface. */
final class FunctionProblems {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private FunctionProblems() {}

  static ProblemException noSuchFunction(String id) {
    return refusal(
        NOT_FOUND,
        "QJ7165",
        "No such function",
        "Expected the number of a function, found '%s'; take it from the list of functions."
            .formatted(id));
  }

  static ProblemException number(String name, String found, String expected) {
    return refusal(
        BAD_REQUEST,
        "QJ7166",
        "Malformed number",
        "%s: expected %s, found '%s'; leave it out for the default."
            .formatted(name, expected, found));
  }

  static ProblemException pattern(String words) {
    return refusal(BAD_REQUEST, "QJ7168", "Malformed pattern", "pattern: " + words + ".");
  }

  static ProblemException seen(String found) {
    return refusal(
        BAD_REQUEST,
        "QJ7169",
        "Malformed instant",
        "seen: expected 'changed' of the function as you read it, or null for never, found '%s';"
                .formatted(found)
            + " leave it out to set whatever others did.");
  }

  /** In the engine's own words, which begin with their id. */
  static ProblemException unusable(String ownWords) {
    return refusal(BAD_REQUEST, ownWords.substring(0, 6), "Unusable settings", ownWords);
  }

  static ProblemException refused(CommandResult result) {
    String words = result.message();
    return refusal(CONFLICT, words.substring(0, 6), "Changed meanwhile", words);
  }

  private static ProblemException refusal(int status, String id, String title, String detail) {
    return new ProblemException(Problem.of(status, id, title, detail));
  }
}
