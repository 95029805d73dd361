package io.queuejob.web.rest.testjob;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.testjob.TestJobAdmin;
import io.queuejob.admin.testjob.TestJobs;
import io.queuejob.web.Trouble;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what came of making test jobs into an answer, and refusals into problems. */
final class TestJobAnswers {
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private TestJobAnswers() {}

  /** What was made; one that is not allowed is a problem in the engine's own words. */
  static JsonObject made(TestJobAdmin admin, Map<String, List<String>> parameters, String actor) {
    TestJobs made = asked(admin, options(parameters), actor);
    CommandResult result = made.result();
    if (result.verdict() != CommandResult.Verdict.DONE) {
      throw problem(CONFLICT, "No test jobs", result.message());
    }
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
            .add("state", result.state())
            .add("message", result.message())
            .add("uuid", made.job().toString());
    return (made.graph() == null
            ? json.addNull("graph")
            : json.add("graph", made.graph().toString()))
        .build();
  }

  private static TestJobs asked(TestJobAdmin admin, Map<String, String> options, String actor) {
    try {
      return admin.make(options, actor);
    } catch (IllegalArgumentException e) {
      String own = Trouble.ownMessage(e);
      if (own == null) {
        throw e;
      }
      throw problem(BAD_REQUEST, "Not usable", own);
    }
  }

  /** One that is said twice has both texts, which then are none that can be used. */
  private static Map<String, String> options(Map<String, List<String>> parameters) {
    Map<String, String> options = new HashMap<>();
    parameters.forEach((name, texts) -> options.put(name, String.join(", ", texts)));
    return options;
  }

  private static ProblemException problem(int status, String title, String ownWords) {
    return new ProblemException(Problem.of(status, ownWords.substring(0, 6), title, ownWords));
  }
}
