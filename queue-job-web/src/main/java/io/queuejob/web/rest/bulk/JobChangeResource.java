package io.queuejob.web.rest.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.access.Rights;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/**
 * Changes priority, earliest start or channel of a waiting job; a subclass with a {@code @Path}
 * that has {@code {uuid}} publishes it, behind a login.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class JobChangeResource {
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  @Inject @Seen private BulkAdmin admin;
  @Inject private Rights rights;

  /** Takes one of {@code {"priority":5}}, {@code {"eta":"+2h"}}, {@code {"channel":"mail"}}. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Described(
      value = "Changes priority, earliest start or channel of a waiting job.",
      role = AdminRole.OPERATOR,
      refusals = {400, 404, 409})
  public JsonObject change(@PathParam("uuid") String text, InputStream body) {
    rights.require(AdminRole.OPERATOR);
    JobChange change = Body.change(body);
    CommandResult result =
        StrictUuid.parse(text)
            .map(
                uuid ->
                    rights.act(
                        AdminRole.OPERATOR,
                        by -> admin.within(by.reach()).change(uuid, change, by.name())))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            NOT_FOUND,
                            "QJ7117",
                            "Malformed uuid",
                            "Expected the uuid of a job, found '" + text + "'.")));
    return switch (result.verdict()) {
      case DONE, REQUESTED -> BulkJson.of(result);
      case REFUSED -> throw refusal(CONFLICT, "Refused in this state", result);
      case NOT_FOUND -> throw refusal(NOT_FOUND, "No such job", result);
    };
  }

  private static ProblemException refusal(int status, String title, CommandResult result) {
    String id = result.message().substring(0, 6);
    return new ProblemException(
        Problem.of(status, id, title, result.message()).inState(result.state()));
  }
}
