package io.queuejob.web.rest.desk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.channel.ChannelAdmin;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.JsonBody;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
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
import java.io.InputStream;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Channels as JSON. A subclass with a {@code @Path} publishes it, beside {@code JobResource} and
 * under the same terms.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ChannelResource {
  @Inject @Seen private ChannelAdmin admin;
  @Inject private Rights rights;

  /** All channels, parents before children. */
  @GET
  @Described(value = "All channels, parents before children.", answer = "Channel[]")
  public JsonArray list() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    admin.channels().forEach(channel -> all.add(DeskJson.channel(channel)));
    return all.build();
  }

  /** One channel. */
  @GET
  @Path("{path}")
  @Described(
      value = "One channel.",
      answer = "Channel",
      refusals = {404})
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
  @Described(
      value = "Adds a channel: a JSON object of its path and options.",
      answer = "CommandResult",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 409})
  public JsonObject add(InputStream body) {
    rights.require(AdminRole.ADMINISTRATOR);
    Map<String, String> options =
        JsonBody.of(body, "{\"path\": \"root.mail\", \"capacity\": 4}").values();
    String path = options.remove("path");
    return changed(AdminRole.ADMINISTRATOR, (all, actor) -> all.add(path, options, actor));
  }

  /** Changes the options that are named; with {@code version} only if nobody did meanwhile. */
  @PATCH
  @Path("{path}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Described(
      value = "Changes options: a JSON object of texts by key, null takes one away.",
      answer = "CommandResult",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404, 409})
  public JsonObject change(@PathParam("path") String path, InputStream body) {
    rights.require(AdminRole.ADMINISTRATOR);
    Map<String, String> options = JsonBody.of(body, "{\"capacity\": 4}").values();
    String version = options.remove("version");
    return changed(
        AdminRole.ADMINISTRATOR, (all, actor) -> all.change(path, options, version, actor));
  }

  /** Pauses a channel and all below it. */
  @POST
  @Path("{path}/pause")
  @Described(
      value = "Pauses a channel and all below it.",
      answer = "CommandResult",
      role = AdminRole.OPERATOR,
      refusals = {400, 404})
  public JsonObject pause(@PathParam("path") String path) {
    return changed(AdminRole.OPERATOR, (all, actor) -> all.pause(path, true, actor));
  }

  /** Lets a channel go on. */
  @POST
  @Path("{path}/resume")
  @Described(
      value = "Lets a channel go on.",
      answer = "CommandResult",
      role = AdminRole.OPERATOR,
      refusals = {400, 404})
  public JsonObject resume(@PathParam("path") String path) {
    return changed(AdminRole.OPERATOR, (all, actor) -> all.pause(path, false, actor));
  }

  /** Takes back what people changed. */
  @POST
  @Path("{path}/reset")
  @Described(
      value = "Takes back what people changed of a channel.",
      answer = "CommandResult",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404, 409})
  public JsonObject reset(@PathParam("path") String path) {
    return changed(AdminRole.ADMINISTRATOR, (all, actor) -> all.reset(path, actor));
  }

  /** Removes a channel that no node is told of. */
  @DELETE
  @Path("{path}")
  @Described(
      value = "Removes a channel that no node is told of.",
      answer = "CommandResult",
      role = AdminRole.ADMINISTRATOR,
      refusals = {400, 404, 409})
  public JsonObject remove(@PathParam("path") String path) {
    return changed(AdminRole.ADMINISTRATOR, (all, actor) -> all.remove(path, actor));
  }

  private JsonObject changed(
      AdminRole role, BiFunction<ChannelAdmin, String, CommandResult> command) {
    return Answers.of(
        () -> rights.act(role, by -> command.apply(admin.within(by.reach()), by.name())));
  }
}
