package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.data.OrderFile;
import io.queuejob.example.orderdesk.desk.OrderBook;
import io.queuejob.example.orderdesk.desk.OrderImport;
import io.queuejob.example.orderdesk.desk.OrderService;
import io.queuejob.example.orderdesk.order.OrderDraft;
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

/** Orders. */
@Path("orders")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OrderResource {
  private static final int MAX_LISTED = 200;

  @Inject private OrderService orders;
  @Inject private OrderBook book;
  @Inject private OrderImport fileImport;
  @Context private UriInfo uri;

  /** Places an order; with {@code rollback=true} places it and rolls back. */
  @POST
  public Response place(
      String body, @QueryParam("rollback") @DefaultValue("false") String rollback) {
    OrderDraft draft = OrderJson.read(body);
    if (rollback.equals("true")) {
      orders.placeAndRollBack(draft);
      return Response.ok(Map.of("rolledBack", true)).build();
    }
    long id = orders.place(draft);
    return Response.created(uri.getAbsolutePathBuilder().path(String.valueOf(id)).build())
        .entity(Map.of("id", id))
        .build();
  }

  /** The latest orders; with {@code unfinished=true} those with work left or failed. */
  @GET
  public Response recent(
      @QueryParam("limit") @DefaultValue("20") String limit,
      @QueryParam("unfinished") @DefaultValue("false") String unfinished) {
    int most = WholeNumber.parse("limit", limit, 1, MAX_LISTED);
    return Response.ok(unfinished.equals("true") ? book.unfinished(most) : book.recent(most))
        .build();
  }

  /** One order. */
  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    if (!id.matches("[0-9]{1,18}")) {
      return Problem.notFound("Order", Quoted.of(id));
    }
    return book.find(Long.parseLong(id))
        .map(order -> Response.ok(order).build())
        .orElseGet(() -> Problem.notFound("Order", id));
  }

  /** Places the orders of a CSV file. */
  @POST
  @Path("import")
  public Response importFile(InputStream body) throws IOException {
    return Response.ok(fileImport.place(OrderFile.read(TextBody.read(body)))).build();
  }
}
