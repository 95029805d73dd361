package io.queuejob.web.rest.desk;

import io.queuejob.admin.CommandResult;
import io.queuejob.api.error.ConfigurationException;
import io.queuejob.web.Trouble;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.function.Supplier;

/** Turns what came of a command into an answer, and refusals into problems. */
final class Answers {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private Answers() {}

  /** 200 when carried out; 400, 404 or 409 when not. */
  static JsonObject of(Supplier<CommandResult> command) {
    CommandResult result = carriedOut(command);
    String message = result.message();
    return switch (result.verdict()) {
      case DONE, REQUESTED ->
          Json.createObjectBuilder()
              .add("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
              .add("message", message)
              .build();
      case REFUSED -> throw problem(CONFLICT, message.substring(0, 6), "Refused", message);
      case NOT_FOUND -> throw problem(NOT_FOUND, message.substring(0, 6), "Not there", message);
    };
  }

  private static CommandResult carriedOut(Supplier<CommandResult> command) {
    try {
      return command.get();
    } catch (ConfigurationException | IllegalArgumentException e) {
      String own = Trouble.ownMessage(e);
      if (own == null) {
        throw e;
      }
      throw problem(BAD_REQUEST, own.substring(0, 6), "Not usable", own);
    }
  }

  static ProblemException bad(String id, String title, String detail) {
    return problem(BAD_REQUEST, id, title, detail);
  }

  static ProblemException missing(String id, String title, String detail) {
    return problem(NOT_FOUND, id, title, detail);
  }

  private static ProblemException problem(int status, String id, String title, String detail) {
    return new ProblemException(Problem.of(status, id, title, detail));
  }
}
