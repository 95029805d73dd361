package io.queuejob.web.rest.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.job.JobCopy;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One job in depth as JSON. A subclass with the {@code @Path} of the jobs publishes it beside them,
 * in an application that also registers {@code ProblemAnswers} and {@code OriginCheck}, behind a
 * login.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class JobDossierResource {
  @Inject @Seen private JobAdmin admin;
  @Inject @Seen private JobDossier dossier;
  @Inject private Rights rights;

  /** Why the job is where it is, how far it came, and who has its identity key. */
  @GET
  @Path("{uuid}/why")
  @Described(
      value = "Why the job is where it is, how far it came, and who has its identity key.",
      refusals = {400, 404})
  public JsonObject why(@PathParam("uuid") String text) {
    return found(text, uuid -> dossier.now(uuid).map(DossierJson::now));
  }

  /** The graph of the job: nodes and edges. */
  @GET
  @Path("{uuid}/graph")
  @Described(
      value = "The graph of the job: nodes and edges.",
      refusals = {400, 404})
  public JsonObject graph(@PathParam("uuid") String text) {
    return found(text, uuid -> dossier.graph(uuid).map(DossierJson::graph));
  }

  /** The attempts kept of the job, and what people did to it, oldest first. */
  @GET
  @Path("{uuid}/attempts")
  @Described(
      value = "The attempts kept of the job, and what people did to it, oldest first.",
      refusals = {400, 404})
  public JsonArray attempts(@PathParam("uuid") String text) {
    return found(text, uuid -> admin.job(uuid).map(JobDetail::attempts).map(DossierJson::attempts));
  }

  /** What the job logged, oldest first: the newest lines, or those behind a line. */
  @GET
  @Path("{uuid}/log")
  @Described(
      value = "What the job logged, oldest first.",
      query = {
        "after: id of a line, for those behind it; without it the newest",
        "limit: most lines"
      },
      refusals = {400, 404})
  public JsonArray log(
      @PathParam("uuid") String text,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    Long line = LogQuery.after(after);
    int most = LogQuery.limit(limit);
    return found(text, uuid -> dossier.log(uuid, line, most).map(DossierJson::log));
  }

  /** Stores the same call as a new job; answers 201 with the address of that one. */
  @POST
  @Path("{uuid}/copy")
  @Described(
      value = "Stores the same call as a new job; answers 201 with the address of that one.",
      role = AdminRole.OPERATOR,
      refusals = {400, 404, 409})
  public Response copy(@PathParam("uuid") String text) {
    UUID uuid = uuid(text);
    JobCopy copy =
        rights.act(AdminRole.OPERATOR, by -> dossier.within(by.reach()).copy(uuid, by.name()));
    CommandResult result = carriedOut(text, copy.result());
    return Response.created(URI.create("jobs/" + copy.uuid()))
        .entity(DossierJson.copy(result, copy.uuid()))
        .build();
  }

  /** Puts the job back to wait, with all downstream of it that has ended. */
  @POST
  @Path("{uuid}/requeue-from")
  @Described(
      value = "Puts the job back to wait, with all downstream of it that has ended.",
      role = AdminRole.OPERATOR,
      refusals = {400, 404, 409})
  public JsonObject requeueFrom(@PathParam("uuid") String text) {
    UUID uuid = uuid(text);
    CommandResult result =
        rights.act(
            AdminRole.OPERATOR, by -> dossier.within(by.reach()).requeueFrom(uuid, by.name()));
    return DossierJson.result(carriedOut(text, result));
  }

  private static <T> T found(String text, Function<UUID, Optional<T>> reading) {
    return reading
        .apply(uuid(text))
        .orElseThrow(() -> new ProblemException(DossierProblems.noSuchJob(text)));
  }

  private static CommandResult carriedOut(String text, CommandResult result) {
    if (result.verdict() == Verdict.NOT_FOUND) {
      throw new ProblemException(DossierProblems.noSuchJob(text));
    } else if (result.verdict() == Verdict.REFUSED) {
      throw new ProblemException(DossierProblems.refused(result));
    }
    return result;
  }

  private static UUID uuid(String text) {
    return StrictUuid.parse(text)
        .orElseThrow(() -> new ProblemException(DossierProblems.uuid(text)));
  }
}
