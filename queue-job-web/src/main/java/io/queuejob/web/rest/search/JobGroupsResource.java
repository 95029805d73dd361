package io.queuejob.web.rest.search;

import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.rest.ListQuery;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Jobs in groups; a subclass with a {@code @Path} publishes it, behind a login. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class JobGroupsResource {
  private static final int BAD_REQUEST = 400;

  @Inject @Seen private JobSearch search;

  /** The groups of what {@code q} leaves, by state, channel, function or error. */
  @GET
  @Described(
      value = "The groups of what a filter leaves.",
      query = {
        "q: a filter line, such as state:failed age:>1h",
        "state: words of states, joined by commas",
        "channel: a path, with all below it",
        "by: state, channel, function or error"
      },
      refusals = {400})
  public JsonObject groups(@QueryParam("by") String by, @Context UriInfo uri) {
    JobGroups groups = search.groups(ListQuery.line(uri.getQueryParameters()), read(by));
    JsonArrayBuilder array = Json.createArrayBuilder();
    groups.groups().forEach(group -> array.add(json(group)));
    return Json.createObjectBuilder().add("groups", array).add("more", groups.more()).build();
  }

  private static JsonObjectBuilder json(JobGroup group) {
    return Json.createObjectBuilder()
        .add("key", String.valueOf(group.key()))
        .add("filter", group.filter())
        .add("jobs", group.jobs())
        .add("functions", group.functions())
        .add("first", String.valueOf(group.first()))
        .add("last", String.valueOf(group.last()));
  }

  static JobGroups.By read(String by) {
    List<String> allowed =
        Stream.of(JobGroups.By.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
    if (by == null || !allowed.contains(by)) {
      String detail = "by: expected one of %s, found '%s'.".formatted(allowed, by);
      throw new ProblemException(
          new Problem(BAD_REQUEST, "QJ7113", "Unknown grouping", detail, allowed, null));
    }
    return JobGroups.By.valueOf(by.toUpperCase(Locale.ROOT));
  }
}
