package io.queuejob.web.rest.bulk;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.Trouble;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.rest.QueryNumber;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Bulk changes as JSON; a subclass with a {@code @Path} publishes it, behind a login. Reading needs
 * the role of a viewer, all else that of an operator.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class BulkResource {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PAGE = 100;

  @Inject @Seen private BulkAdmin admin;
  @Inject private Rights rights;

  /** Those confirmed, newest first; the next page begins {@code before} the last one's id. */
  @GET
  @Described(
      value = "Bulk changes that were confirmed, newest first.",
      query = {"before: id of the last one of the page before"},
      refusals = {404})
  public JsonArray list(@QueryParam("before") String before) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    admin
        .list(before == null ? null : uuid(before), PAGE)
        .forEach(bulk -> array.add(BulkJson.of(bulk)));
    return array.build();
  }

  /** Counts what a change would meet and keeps it; nothing is changed before it is confirmed. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Described(
      value = "Counts what a bulk change would meet and keeps it; nothing is changed.",
      role = AdminRole.OPERATOR,
      refusals = {400})
  public JsonObject prepare(InputStream body) {
    rights.require(AdminRole.OPERATOR);
    BulkRequest request = Body.bulk(body);
    return rights.act(
        AdminRole.OPERATOR,
        by -> BulkJson.of(admin.within(by.reach()).prepare(request, by.name())));
  }

  /** One bulk change and how far it is. */
  @GET
  @Path("{id}")
  @Described(
      value = "One bulk change and how far it is.",
      refusals = {404})
  public JsonObject one(@PathParam("id") String id) {
    return found(id, admin.bulk(uuid(id)));
  }

  /** What was skipped, by rising number. */
  @GET
  @Path("{id}/skips")
  @Described(
      value = "What a bulk change skipped, by rising number.",
      query = {"after: number of the last one of the page before"},
      refusals = {400, 404})
  public JsonArray skips(@PathParam("id") String id, @QueryParam("after") String after) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    Long last = QueryNumber.row(after, text -> Body.unusable("after: expected a number", text));
    admin
        .skips(uuid(id), last == null ? 0 : last, PAGE)
        .forEach(skip -> array.add(BulkJson.of(skip)));
    return array.build();
  }

  /** Lets it begin. */
  @POST
  @Path("{id}/confirm")
  @Described(
      value = "Lets a bulk change begin.",
      role = AdminRole.OPERATOR,
      refusals = {404})
  public JsonObject confirm(@PathParam("id") String id) {
    return command(id, (bulks, uuid, actor) -> bulks.confirm(uuid, actor));
  }

  /** Stops it; what is changed stays so. */
  @POST
  @Path("{id}/stop")
  @Described(
      value = "Stops a bulk change.",
      role = AdminRole.OPERATOR,
      refusals = {404})
  public JsonObject stop(@PathParam("id") String id) {
    return command(id, (bulks, uuid, actor) -> bulks.stop(uuid, actor));
  }

  /** Lets a stopped one go on. */
  @POST
  @Path("{id}/resume")
  @Described(
      value = "Lets a stopped bulk change go on.",
      role = AdminRole.OPERATOR,
      refusals = {404, 409})
  public JsonObject resume(@PathParam("id") String id) {
    return unlessRefused(
        "Cannot go on", () -> command(id, (bulks, uuid, actor) -> bulks.resume(uuid, actor)));
  }

  /** Begins another that gives back what this one changed. */
  @POST
  @Path("{id}/undo")
  @Described(
      value = "Undoes a bulk change that ended; answers with the change that does so.",
      role = AdminRole.OPERATOR,
      refusals = {404, 409})
  public JsonObject undo(@PathParam("id") String id) {
    return unlessRefused(
        "Cannot be undone", () -> command(id, (bulks, uuid, actor) -> bulks.undo(uuid, actor)));
  }

  private static JsonObject unlessRefused(String title, Supplier<JsonObject> command) {
    try {
      return command.get();
    } catch (IllegalStateException e) {
      String own = Trouble.ownMessage(e);
      if (own == null) {
        throw e;
      }
      throw new ProblemException(Problem.of(CONFLICT, own.substring(0, 6), title, own));
    }
  }

  /** A command of an operator upon one bulk change. */
  @FunctionalInterface
  private interface Command {
    Optional<Bulk> give(BulkAdmin bulks, UUID id, String actor);
  }

  private JsonObject command(String id, Command command) {
    rights.require(AdminRole.OPERATOR);
    UUID uuid = uuid(id);
    return found(
        id,
        rights.act(
            AdminRole.OPERATOR, by -> command.give(admin.within(by.reach()), uuid, by.name())));
  }

  private static JsonObject found(String id, Optional<Bulk> bulk) {
    return bulk.map(BulkJson::of).orElseThrow(() -> missing(id));
  }

  private static UUID uuid(String id) {
    return StrictUuid.parse(id).orElseThrow(() -> missing(id));
  }

  private static ProblemException missing(String id) {
    String detail = "Expected the id of a bulk change, found '%s'; see the list.".formatted(id);
    return new ProblemException(Problem.of(NOT_FOUND, "QJ7116", "No such bulk change", detail));
  }
}
