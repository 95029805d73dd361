package io.queuejob.web.rest.overview;

import io.queuejob.admin.overview.OverviewAdmin;
import io.queuejob.admin.overview.Window;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The overview as JSON. A subclass with a {@code @Path} publishes it; needs the role of a viewer.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class OverviewResource {
  private static final int BAD_REQUEST = 400;

  @Inject @Seen private OverviewAdmin admin;

  /** The queue now, and over a span of time: 1h, 24h or 7d. */
  @GET
  @Described(
      value = "The queue now, what ended over a span of time, and what needs a person.",
      query = "window: 1h, 24h or 7d; 1h without it",
      refusals = 400)
  public JsonObject overview(@QueryParam("window") @DefaultValue("1h") String window) {
    return OverviewJson.of(admin.overview(window(window)));
  }

  static Window window(String word) {
    return Stream.of(Window.values())
        .filter(one -> one.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new ProblemException(unknown(word)));
  }

  private static Problem unknown(String found) {
    List<String> allowed = Stream.of(Window.values()).map(Window::word).toList();
    String detail =
        "window: expected one of %s, found '%s'; leave it out for 1h."
            .formatted(String.join(", ", allowed), found);
    return Problem.of(BAD_REQUEST, "QJ7175", "Unknown span of time", detail).allowing(allowed);
  }
}
