package io.queuejob.example.orderdesk.rest;

import io.queuejob.example.orderdesk.problem.Quoted;
import io.queuejob.example.orderdesk.problem.WholeNumber;
import io.queuejob.example.orderdesk.stock.Shelf;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.OptionalLong;

/** Stock. */
@Path("stock")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class StockResource {
  @Inject private Shelf shelf;

  /** All articles and what is available of them. */
  @GET
  public Response items() {
    return Response.ok(shelf.items()).build();
  }

  /** Adds pieces of one article. */
  @POST
  @Path("{sku}")
  public Response restock(@PathParam("sku") String sku, @QueryParam("quantity") String quantity) {
    int pieces = WholeNumber.parse("quantity", quantity, 1, Shelf.MAX_RESTOCK);
    OptionalLong available = shelf.restock(sku, pieces);
    return available.isPresent()
        ? Response.ok(Map.of("sku", sku, "available", available.getAsLong())).build()
        : Problem.notFound("SKU", Quoted.of(sku));
  }
}
