package io.queuejob.web.rest;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobFilter;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SearchPage;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.UUID;

/**
 * Jobs as JSON. A subclass with a {@code @Path} publishes it, in an application that also registers
 * {@link ProblemAnswers} and {@link OriginCheck}, behind a login: reading needs the role of a
 * viewer, commands that of an operator.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class JobResource {
  @Inject private JobAdmin admin;
  @Inject private JobSearch search;
  @Inject private Rights rights;

  /**
   * The newest jobs of a filter, with the columns of the view {@code job_state}; of a filter line
   * if there is {@code q}. A header Link leads to the next page, or further back.
   */
  @GET
  public Response list(@Context UriInfo uri) {
    JobFilter filter = ListQuery.of(uri.getQueryParameters());
    if (!uri.getQueryParameters().containsKey("q")) {
      return Response.ok(JobJson.rows(admin.list(filter).rows())).build();
    }
    String line = ListQuery.line(uri.getQueryParameters());
    SearchPage page = search.page(line, filter.after(), filter.limit());
    Response.ResponseBuilder answer = Response.ok(JobJson.rows(page.rows()));
    if (page.next() != null) {
      answer.link(
          uri.getRequestUriBuilder().replaceQueryParam("after", page.next()).build(), "next");
    }
    return answer.build();
  }

  /** One job with all its particulars. */
  @GET
  @Path("{uuid}")
  public JsonObject job(@PathParam("uuid") String text) {
    return admin
        .job(uuid(text))
        .map(JobJson::detail)
        .orElseThrow(() -> new ProblemException(Problems.noSuchJob(text)));
  }

  /** Puts a failed, done or cancelled job back to wait. */
  @POST
  @Path("{uuid}/requeue")
  public Response requeue(@PathParam("uuid") String text) {
    return answer(text, admin.requeue(uuid(text), operator()));
  }

  /** Cancels a job that has not started; with {@code dependents=false} without those that wait. */
  @POST
  @Path("{uuid}/cancel")
  public Response cancel(
      @PathParam("uuid") String text,
      @QueryParam("dependents") @DefaultValue("true") String dependents) {
    if (!dependents.matches("true|false")) {
      throw new ProblemException(Problems.dependents(dependents));
    }
    return answer(text, admin.cancel(uuid(text), operator(), Boolean.parseBoolean(dependents)));
  }

  /** Declares a job done that has not started. */
  @POST
  @Path("{uuid}/done")
  public Response done(@PathParam("uuid") String text) {
    return answer(text, admin.setDone(uuid(text), operator()));
  }

  /** What a job is about, as links; 404 if nothing. */
  @GET
  @Path("{uuid}/related")
  public JsonArray related(@PathParam("uuid") String text) {
    JobDetail job =
        admin.job(uuid(text)).orElseThrow(() -> new ProblemException(Problems.noSuchJob(text)));
    if (job.related().isEmpty()) {
      throw new ProblemException(Problems.noAction(text));
    }
    return JobJson.related(job.related()).build();
  }

  /** Puts back what nodes have held for so many minutes; 0 leaves a kind alone. */
  @POST
  @Path("stuck/requeue")
  public JsonObject requeueStuck(@Context UriInfo uri) {
    Duration enqueued = StuckQuery.minutes(uri.getQueryParameters(), "enqueued");
    Duration started = StuckQuery.minutes(uri.getQueryParameters(), "started");
    try {
      return JobJson.stuck(admin.requeueStuck(enqueued, started, operator()));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problems.unusable(e.getMessage()));
    }
  }

  private static Response answer(String text, CommandResult result) {
    return Response.status(status(text, result)).entity(JobJson.result(result)).build();
  }

  /** 200 when carried out, 202 when a node was asked. */
  static int status(String text, CommandResult result) {
    return switch (result.verdict()) {
      case DONE -> Response.Status.OK.getStatusCode();
      case REQUESTED -> Response.Status.ACCEPTED.getStatusCode();
      case REFUSED -> throw new ProblemException(Problems.refused(result));
      case NOT_FOUND -> throw new ProblemException(Problems.noSuchJob(text));
    };
  }

  private static UUID uuid(String text) {
    return StrictUuid.parse(text).orElseThrow(() -> new ProblemException(Problems.uuid(text)));
  }

  /** Who gives the command, and may. */
  private String operator() {
    rights.require(AdminRole.OPERATOR);
    return rights.caller();
  }
}
