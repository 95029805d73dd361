package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.load.LoadRuns;
import io.queuejob.example.orderdesk.problem.WholeNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Load runs. */
@Path("load")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LoadResource {
  @Inject private LoadRuns runs;

  /** Delays many jobs that each wait a while. */
  @POST
  public Response start(
      @QueryParam("jobs") String jobs,
      @QueryParam("millis") @DefaultValue("0") String millis,
      @QueryParam("channel") @DefaultValue("root") String channel) {
    String run =
        runs.start(
            WholeNumber.parse("jobs", jobs, 1, LoadRuns.MAX_JOBS),
            WholeNumber.parse("millis", millis, 0, LoadRuns.MAX_MILLIS),
            channel);
    return Response.ok(Map.of("run", run)).build();
  }
}
