package io.queuejob.web.rest;

import io.queuejob.admin.CommandResult;
import io.queuejob.web.StateWord;
import java.util.List;
import java.util.stream.Stream;

/** The refusals of the REST interface, QJ7101 to QJ7199, in one place. */
final class Problems {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int INTERNAL = 500;

  private Problems() {}

  static Problem unknownState(String found) {
    List<String> allowed = Stream.of(StateWord.values()).map(StateWord::word).toList();
    String detail =
        "state: expected one of %s, found '%s'; write one or more, separated by commas."
            .formatted(String.join(", ", allowed), found);
    return Problem.of(BAD_REQUEST, "QJ7101", "Unknown state", detail).allowing(allowed);
  }

  static Problem limit(String found) {
    String detail =
        "limit: expected a whole number from 1 to %d, found '%s'; leave it out for %d."
            .formatted(ListQuery.GREATEST_LIMIT, found, ListQuery.DEFAULT_LIMIT);
    return Problem.of(BAD_REQUEST, "QJ7102", "Limit out of range", detail);
  }

  static Problem after(String found) {
    String detail =
        "after: expected the id of the last job of a page, found '%s'; leave it out for the newest."
            .formatted(found);
    return Problem.of(BAD_REQUEST, "QJ7103", "Malformed id", detail);
  }

  static Problem uuid(String found) {
    return Problem.malformedUuid(BAD_REQUEST, "QJ7104", found);
  }

  static Problem noSuchJob(String uuid) {
    return Problem.noSuchJob(NOT_FOUND, "QJ7105", uuid);
  }

  static Problem refused(CommandResult result) {
    return Problem.of(CONFLICT, idOf(result, "QJ7106"), "Refused in this state", result.message())
        .inState(result.state());
  }

  /** The id of the engine's own message, if it begins with one. */
  private static String idOf(CommandResult result, String other) {
    return result.message().matches("(?s)QJ\\d{4} .*") ? result.message().substring(0, 6) : other;
  }

  static Problem forgeable() {
    String detail =
        "Expected an Authorization header, or X-Requested-With on a call from a browser, found"
            + " neither, so another site could have sent this; add the header.";
    return Problem.of(FORBIDDEN, "QJ7107", "Origin not shown", detail);
  }

  static Problem noAction(String uuid) {
    String detail =
        "No action available: expected something that job %s is about, found nothing; pass an"
                .formatted(uuid)
            + " entity to the job, or declare a @RelatedAction on its method.";
    return Problem.of(NOT_FOUND, "QJ7110", "No action available", detail);
  }

  static Problem minutes(String name, String found) {
    String detail =
        "%s: expected whole minutes, 0 to leave those jobs alone, found '%s'; write for instance 60."
            .formatted(name, found);
    return Problem.of(BAD_REQUEST, "QJ7111", "Malformed minutes", detail);
  }

  static Problem dependents(String found) {
    String detail =
        "dependents: expected true or false, found '%s'; leave it out for true.".formatted(found);
    return Problem.of(BAD_REQUEST, "QJ7112", "Malformed parameter", detail);
  }

  static Problem noJson(String sample, String found) {
    String detail =
        "Expected a body of JSON in UTF-8 such as %s, found %s; correct it."
            .formatted(sample, found);
    return Problem.of(BAD_REQUEST, "QJ7118", "No JSON", detail);
  }

  static Problem bodyTooDeep(int deepest) {
    String detail =
        "Expected a body with at most %d objects and arrays within each other, found more; send"
                .formatted(deepest)
            + " what is asked for alone.";
    return Problem.of(BAD_REQUEST, "QJ7119", "Body too deep", detail);
  }

  static Problem bodyTooLarge(int largest) {
    String detail =
        "Expected a body of at most %d bytes, found more; send less at once.".formatted(largest);
    return Problem.of(BAD_REQUEST, "QJ7120", "Body too large", detail);
  }

  static Problem bodyType(String where, String expected, String found) {
    String detail = "%s: expected %s, found %s; correct it.".formatted(where, expected, found);
    return Problem.of(BAD_REQUEST, "QJ7121", "Body of another type", detail);
  }

  static Problem foreign() {
    String detail =
        "Expected texts that the database can hold, found one with U+0000 in it; leave that out.";
    return Problem.of(BAD_REQUEST, "QJ7122", "Text that cannot be used", detail);
  }

  /** A refusal in the engine's own words, which begin with its id. */
  static Problem unusable(String ownWords) {
    return Problem.of(BAD_REQUEST, ownWords.substring(0, 6), "Value that cannot be used", ownWords);
  }

  /** A right that is missing, in the gate's own words, which begin with their id. */
  static Problem rightMissing(String ownWords) {
    return Problem.of(FORBIDDEN, ownWords.substring(0, 6), "Right missing", ownWords);
  }

  static Problem http(int status, String reason) {
    String detail =
        "Expected a call of this interface, found one that it answers with '%s'; see its paths."
            .formatted(reason);
    return Problem.of(status, "QJ7108", reason, detail);
  }

  static Problem internal(String ownWords) {
    String detail =
        ownWords == null
            ? "Expected an answer of the engine, found an error; the server's log has it."
            : ownWords;
    return Problem.of(INTERNAL, "QJ7109", "The engine could not answer", detail);
  }
}
