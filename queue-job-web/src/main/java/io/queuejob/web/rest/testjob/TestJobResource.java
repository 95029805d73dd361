package io.queuejob.web.rest.testjob;

import io.queuejob.admin.testjob.TestJobAdmin;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.openapi.Described;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Makes test jobs, for administrators. A subclass with a {@code @Path} publishes it, beside {@code
 * JobResource} and under the same terms; its answer names jobs below {@code jobs}.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TestJobResource {
  @Inject private TestJobAdmin admin;
  @Inject private Rights rights;

  /** Stores one test job, or a random graph of them. */
  @POST
  @Described(
      value = "Stores one test job, or a random graph; answers 201 with the address of a job.",
      answer = "TestJobs",
      query = {
        "size: how many, 1 to 10000, else 1; more than one are a graph",
        "failure_rate: which part of their runs is to fail, 0 to 1, else 0",
        "steady: true if all runs of a job are to end alike",
        "max_retries: attempts allowed, 0 for no limit, else 1",
        "priority: a whole number, smaller is more urgent, else 10",
        "channel: a path, else root",
        "description: for people",
        "application: whose nodes run them, where those of several would"
      },
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 409})
  public Response make(@Context UriInfo uri) {
    String actor = rights.requireEverywhere(AdminRole.ADMINISTRATOR);
    JsonObject made = TestJobAnswers.made(admin, uri.getQueryParameters(), actor);
    return Response.created(URI.create("jobs/" + made.getString("uuid"))).entity(made).build();
  }
}
