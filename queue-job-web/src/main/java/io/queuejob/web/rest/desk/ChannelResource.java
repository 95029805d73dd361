package io.queuejob.web.rest.desk;

import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/**
 * Channels as JSON. A subclass with a {@code @Path} publishes it, beside {@code JobResource} and
 * under the same terms.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ChannelResource {
  @Inject private ChannelAdmin admin;
  @Inject private Rights rights;

  /** All channels, parents before children. */
  @GET
  public JsonArray list() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    admin.channels().forEach(channel -> all.add(DeskJson.channel(channel)));
    return all.build();
  }

  /** One channel. */
  @GET
  @Path("{path}")
  public JsonObject channel(@PathParam("path") String path) {
    return admin
        .channel(path)
        .map(channel -> DeskJson.channel(channel).build())
        .orElseThrow(
            () ->
                Answers.missing(
                    "QJ7152",
                    "No such channel",
                    "Expected the full path of a channel, found '" + path + "', which none has."));
  }

  /** Adds a channel: {@code path}, and its options. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject add(String body) {
    rights.require(AdminRole.ADMINISTRATOR);
    Map<String, String> options = Body.of(body);
    String path = options.remove("path");
    return Answers.of(() -> admin.add(path, options, rights.caller()));
  }

  /** Changes the options that are named; with {@code version} only if nobody did meanwhile. */
  @PATCH
  @Path("{path}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("path") String path, String body) {
    rights.require(AdminRole.ADMINISTRATOR);
    Map<String, String> options = Body.of(body);
    String version = options.remove("version");
    return Answers.of(() -> admin.change(path, options, version, rights.caller()));
  }

  /** Pauses a channel and all below it. */
  @POST
  @Path("{path}/pause")
  public JsonObject pause(@PathParam("path") String path) {
    rights.require(AdminRole.OPERATOR);
    return Answers.of(() -> admin.pause(path, true, rights.caller()));
  }

  /** Lets a channel go on. */
  @POST
  @Path("{path}/resume")
  public JsonObject resume(@PathParam("path") String path) {
    rights.require(AdminRole.OPERATOR);
    return Answers.of(() -> admin.pause(path, false, rights.caller()));
  }

  /** Takes back what people changed. */
  @POST
  @Path("{path}/reset")
  public JsonObject reset(@PathParam("path") String path) {
    rights.require(AdminRole.ADMINISTRATOR);
    return Answers.of(() -> admin.reset(path, rights.caller()));
  }

  /** Removes a channel that no node is told of. */
  @DELETE
  @Path("{path}")
  public JsonObject remove(@PathParam("path") String path) {
    rights.require(AdminRole.ADMINISTRATOR);
    return Answers.of(() -> admin.remove(path, rights.caller()));
  }
}
