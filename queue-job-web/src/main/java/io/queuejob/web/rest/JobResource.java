package io.queuejob.web.rest;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.admin.search.SearchPage;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
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
import java.util.List;
import java.util.UUID;

/**
 * Jobs as JSON. A subclass with a {@code @Path} publishes it, in an application that also registers
 * {@link ProblemAnswers} and {@link OriginCheck}, behind a login: reading needs the role of a
 * viewer, commands that of an operator.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class JobResource {
  @Inject @Seen private JobAdmin admin;
  @Inject @Seen private JobSearch search;
  @Inject private Rights rights;

  /**
   * The newest jobs of a filter, with the columns of the view {@code job_state}; of a filter line
   * if there is {@code q}. A header Link leads to the next page, or further back: of few jobs among
   * many a page may be short, or empty, with more behind it.
   */
  @GET
  @Described(
      value = "The newest jobs of a filter, page by page.",
      answer = "Job[]",
      query = {
        "state: words of states, joined by commas; all without it",
        "text: a whole id or uuid, else part of description, function or channel,"
            + " among at least the newest 100,000 jobs that the other words leave",
        "channel: a path, with all below it",
        "q: a filter line, such as state:failed age:>1h",
        "after: id of the last job of the page before",
        "limit: most rows, 1 to 1000, else 100"
      },
      refusals = 400)
  public Response list(@Context UriInfo uri) {
    JobFilter filter = ListQuery.of(uri.getQueryParameters());
    if (!uri.getQueryParameters().containsKey("q")) {
      JobPage page = admin.list(filter);
      return page(page.rows(), page.next(), uri);
    }
    String line = ListQuery.line(uri.getQueryParameters());
    SearchPage page = search.page(line, filter.after(), filter.limit());
    return page(page.rows(), page.next(), uri);
  }

  private static Response page(List<JobRow> rows, Long next, UriInfo uri) {
    Response.ResponseBuilder answer = Response.ok(JobJson.rows(rows));
    if (next != null) {
      answer.link(uri.getRequestUriBuilder().replaceQueryParam("after", next).build(), "next");
    }
    return answer.build();
  }

  /** One job with all its particulars. */
  @GET
  @Path("{uuid}")
  @Described(
      value = "One job with all its particulars.",
      answer = "JobDetail",
      refusals = {400, 404})
  public JsonObject job(@PathParam("uuid") String text) {
    return admin
        .job(uuid(text))
        .map(JobJson::detail)
        .orElseThrow(() -> new ProblemException(Problems.noSuchJob(text)));
  }

  /** The arguments with what is secret in them; kept in the audit. */
  @POST
  @Path("{uuid}/reveal")
  @Described(
      value = "The arguments with what is secret in them; kept in the audit.",
      answer = "Revealed",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404})
  public JsonObject reveal(@PathParam("uuid") String text) {
    UUID uuid = uuid(text);
    return rights
        .act(AdminRole.ADMINISTRATOR, by -> admin.within(by.reach()).reveal(uuid, by.name()))
        .map(JobJson::revealed)
        .orElseThrow(() -> new ProblemException(Problems.noSuchJob(text)));
  }

  /** The result with what is secret in it; kept in the audit. */
  @POST
  @Path("{uuid}/reveal-result")
  @Described(
      value = "The result with what is secret in it; kept in the audit.",
      answer = "RevealedResult",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404})
  public JsonObject revealResult(@PathParam("uuid") String text) {
    UUID uuid = uuid(text);
    return rights
        .act(AdminRole.ADMINISTRATOR, by -> admin.within(by.reach()).revealResult(uuid, by.name()))
        .map(JobJson::revealedResult)
        .orElseThrow(() -> new ProblemException(Problems.noSuchJob(text)));
  }

  /** Puts a failed, done or cancelled job back to wait. */
  @POST
  @Path("{uuid}/requeue")
  @Described(
      value = "Puts a failed, done or cancelled job back to wait.",
      answer = "CommandResult",
      role = AdminRole.OPERATOR,
      refusals = {400, 404, 409})
  public Response requeue(@PathParam("uuid") String text) {
    return command(text, (jobs, uuid, actor) -> jobs.requeue(uuid, actor));
  }

  /** Cancels a job that has not started; with {@code dependents=false} without those that wait. */
  @POST
  @Path("{uuid}/cancel")
  @Described(
      value = "Cancels a job that has not started, or asks the node that holds it.",
      answer = "CommandResult",
      query = "dependents: false leaves the jobs alone that wait for it",
      role = AdminRole.OPERATOR,
      refusals = {400, 404, 409})
  public Response cancel(
      @PathParam("uuid") String text,
      @QueryParam("dependents") @DefaultValue("true") String dependents) {
    if (!dependents.matches("true|false")) {
      throw new ProblemException(Problems.dependents(dependents));
    }
    boolean all = Boolean.parseBoolean(dependents);
    return command(text, (jobs, uuid, actor) -> jobs.cancel(uuid, actor, all));
  }

  /** Declares a job done that has not started. */
  @POST
  @Path("{uuid}/done")
  @Described(
      value = "Declares a job done that has not started.",
      answer = "CommandResult",
      role = AdminRole.OPERATOR,
      refusals = {400, 404, 409})
  public Response done(@PathParam("uuid") String text) {
    return command(text, (jobs, uuid, actor) -> jobs.setDone(uuid, actor));
  }

  /** What a job is about, as links; 404 if nothing. */
  @GET
  @Path("{uuid}/related")
  @Described(
      value = "What a job is about, as links.",
      answer = "Related[]",
      refusals = {400, 404})
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
  @Described(
      value = "Puts back what nodes have held for long.",
      answer = "StuckJobs",
      query = {
        "enqueued: minutes since the claim of a job that did not begin; 0 leaves those alone",
        "started: minutes since the begin of a run; 0 leaves those alone"
      },
      role = AdminRole.OPERATOR,
      refusals = 400)
  public JsonObject requeueStuck(@Context UriInfo uri) {
    Duration enqueued = StuckQuery.minutes(uri.getQueryParameters(), "enqueued");
    Duration started = StuckQuery.minutes(uri.getQueryParameters(), "started");
    try {
      return JobJson.stuck(
          admin.requeueStuck(enqueued, started, rights.requireEverywhere(AdminRole.OPERATOR)));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problems.unusable(e.getMessage()));
    }
  }

  /** A command of an operator upon one job. */
  @FunctionalInterface
  private interface Command {
    CommandResult give(JobAdmin jobs, UUID uuid, String actor);
  }

  private Response command(String text, Command command) {
    UUID uuid = uuid(text);
    CommandResult result =
        rights.act(
            AdminRole.OPERATOR, by -> command.give(admin.within(by.reach()), uuid, by.name()));
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
}
