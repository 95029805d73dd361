package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.ledger.LedgerReport;
import io.queuejob.example.orderdesk.problem.Quoted;
import io.queuejob.example.orderdesk.problem.Rejection;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Figures of the ledger. */
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class LedgerResource {
  @Inject private LedgerReport report;

  /** Figures over all effects, or over one load run. */
  @GET
  public Response figures(@QueryParam("run") String run) {
    if (run == null) {
      return Response.ok(report.all()).build();
    }
    if (!run.matches("[0-9a-f-]{36}")) {
      throw new Rejection("Invalid run", "an id that a load run was answered with", Quoted.of(run));
    }
    return Response.ok(report.ofRun(run)).build();
  }
}
