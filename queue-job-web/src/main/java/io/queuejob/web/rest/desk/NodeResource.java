package io.queuejob.web.rest.desk;

import io.queuejob.admin.node.NodeAdmin;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Nodes as JSON. A subclass with a {@code @Path} publishes it, beside {@code JobResource} and under
 * the same terms.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class NodeResource {
  @Inject @Seen private NodeAdmin admin;
  @Inject private Rights rights;

  /** Nodes that are alive, and those gone for less than a day. */
  @GET
  @Described(value = "Nodes that are alive, and those gone for less than a day.", answer = "Node[]")
  public JsonArray list() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    admin.nodes().forEach(node -> all.add(DeskJson.node(node)));
    return all.build();
  }

  /** Drains a node. */
  @POST
  @Path("{id}/drain")
  @Described(
      value = "Drains a node: it takes nothing up, ends what runs and gives back its slots.",
      answer = "CommandResult",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404})
  public JsonObject drain(@PathParam("id") String id) {
    return drain(id, true);
  }

  /** Lets a node take up jobs again. */
  @POST
  @Path("{id}/undrain")
  @Described(
      value = "Lets a node take up jobs again.",
      answer = "CommandResult",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404})
  public JsonObject undrain(@PathParam("id") String id) {
    return drain(id, false);
  }

  private JsonObject drain(String id, boolean drain) {
    String actor = rights.requireEverywhere(AdminRole.ADMINISTRATOR);
    if (!id.matches("\\d{1,9}")) {
      throw Answers.bad(
          "QJ7153",
          "Malformed number",
          "Expected the number of a node such as 3, found '" + id + "'; take it from the list.");
    }
    return Answers.of(() -> admin.drain(Integer.parseInt(id), drain, actor));
  }
}
