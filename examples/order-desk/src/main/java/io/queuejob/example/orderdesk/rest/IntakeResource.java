package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.data.OrderFileGenerator;
import io.queuejob.example.orderdesk.intake.Intakes;
import io.queuejob.example.orderdesk.problem.Quoted;
import io.queuejob.example.orderdesk.problem.WholeNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Files that jobs take in. */
@Path("intakes")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class IntakeResource {
  private static final int MAX_ROWS = 100_000;

  @Inject private Intakes intakes;
  @Context private UriInfo uri;

  /** Takes a CSV file in; its orders are placed by jobs. */
  @POST
  public Response receive(
      InputStream body,
      @QueryParam("name") @DefaultValue("orders.csv") String name,
      @QueryParam("rows") String rows)
      throws IOException {
    int least = rows == null ? Intakes.ROWS_OF_CHUNK : WholeNumber.parse("rows", rows, 1, MAX_ROWS);
    long id = intakes.receive(name, TextBody.read(body), least);
    return Response.status(Response.Status.ACCEPTED)
        .location(uri.getAbsolutePathBuilder().path(String.valueOf(id)).build())
        .entity(Map.of("id", id))
        .build();
  }

  /** How far a file got. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    if (!id.matches("[0-9]{1,18}")) {
      return Problem.notFound("Intake", Quoted.of(id));
    }
    return intakes
        .find(Long.parseLong(id))
        .map(report -> Response.ok(report).build())
        .orElseGet(() -> Problem.notFound("Intake", id));
  }

  /** A file to try it with. */
  @GET
  @Path("sample")
  @Produces("text/csv; charset=UTF-8")
  public String sample(
      @QueryParam("orders") @DefaultValue("1000") String orders,
      @QueryParam("seed") @DefaultValue("1") String seed) {
    return OrderFileGenerator.generate(
        WholeNumber.parse("orders", orders, 1, OrderFileGenerator.MAX_ORDERS),
        WholeNumber.parse("seed", seed, 0, Integer.MAX_VALUE));
  }
}
