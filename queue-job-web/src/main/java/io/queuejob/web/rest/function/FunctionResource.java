package io.queuejob.web.rest.function;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.function.FunctionAdmin;
import io.queuejob.admin.function.FunctionRow;
import io.queuejob.web.StrictInstant;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Functions as JSON: reading needs the role of a viewer, changes that of an administrator. A
 * subclass with a {@code @Path} publishes it.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class FunctionResource {
  private static final int DEFAULT_LIMIT = 100;
  private static final int GREATEST_LIMIT = 1_000;
  private static final int DEFAULT_ATTEMPTS = 10;

  @Inject @Seen private FunctionAdmin admin;
  @Inject private Rights rights;

  /** Functions by application and name. */
  @GET
  @Described(
      value = "Functions by application and name, page by page.",
      query = {
        "text: part of the name",
        "after: id of the last function of the page before",
        "limit: most rows, 1 to 1000, else 100"
      },
      refusals = 400)
  public JsonArray list(
      @QueryParam("text") String text,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    Integer from = after == null ? null : number("after", after, 1, Integer.MAX_VALUE);
    int most = limit == null ? DEFAULT_LIMIT : number("limit", limit, 1, GREATEST_LIMIT);
    return FunctionJson.rows(admin.list(text, from, most).rows());
  }

  /** One function. */
  @GET
  @Path("{id}")
  @Described(value = "One function with what counts for its jobs, and who says so.", refusals = 404)
  public JsonObject function(@PathParam("id") String id) {
    return FunctionJson.row(find(id));
  }

  /** The waits of a retry pattern. */
  @GET
  @Path("waits")
  @Described(
      value = "The waits of a retry pattern, as the engine works them out.",
      query = {
        "pattern: such as 1:10,2:60-120; none without it",
        "attempts: how many, 1 to 1000, else 10"
      },
      refusals = 400)
  public JsonArray waits(
      @QueryParam("pattern") String pattern, @QueryParam("attempts") String attempts) {
    int most =
        attempts == null ? DEFAULT_ATTEMPTS : number("attempts", attempts, 1, GREATEST_LIMIT);
    try {
      return FunctionJson.waits(admin.waits(pattern, most));
    } catch (IllegalArgumentException e) {
      throw FunctionProblems.pattern(e.getMessage());
    }
  }

  /** Sets all that people say of a function. */
  @PUT
  @Path("{id}/settings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Described(
      value = "Sets all that people say of a function; what is left out is taken back.",
      query = "seen: 'changed' of the function as it was read; refused if it was changed since",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404, 409})
  public JsonObject change(
      @PathParam("id") String id, @QueryParam("seen") String seen, InputStream body) {
    String actor = rights.requireEverywhere(AdminRole.ADMINISTRATOR);
    FunctionRow row = find(id);
    Instant known = seen == null ? row.changed() : instant(seen);
    Map<String, String> settings = FunctionJson.settings(body);
    return answer(id, () -> admin.change(row.id(), settings, known, actor));
  }

  /** Takes back all that people set of a function. */
  @DELETE
  @Path("{id}/settings")
  @Described(
      value = "Takes back all that people set of a function.",
      role = AdminRole.ADMINISTRATOR,
      refusals = {404, 409})
  public JsonObject reset(@PathParam("id") String id) {
    String actor = rights.requireEverywhere(AdminRole.ADMINISTRATOR);
    FunctionRow row = find(id);
    return answer(id, () -> admin.reset(row.id(), actor));
  }

  static JsonObject answer(String id, Supplier<CommandResult> command) {
    CommandResult result;
    try {
      result = command.get();
    } catch (IllegalArgumentException e) {
      throw FunctionProblems.unusable(e.getMessage());
    }
    return switch (result.verdict()) {
      case DONE, REQUESTED -> FunctionJson.result(result);
      case REFUSED -> throw FunctionProblems.refused(result);
      case NOT_FOUND -> throw FunctionProblems.noSuchFunction(id);
    };
  }

  private FunctionRow find(String id) {
    if (!id.matches("\\d{1,9}")) {
      throw FunctionProblems.noSuchFunction(id);
    }
    return admin
        .function(Integer.parseInt(id))
        .orElseThrow(() -> FunctionProblems.noSuchFunction(id));
  }

  static int number(String name, String text, int least, int most) {
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (number < least || number > most) {
      throw FunctionProblems.number(name, text, "a whole number from " + least + " to " + most);
    }
    return number;
  }

  static Instant instant(String text) {
    return text.isBlank() || text.equals("null")
        ? null
        : StrictInstant.parse(text).orElseThrow(() -> FunctionProblems.seen(text));
  }
}
