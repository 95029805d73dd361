package io.queuejob.web.rest.search;

import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.export.ExportFormat;
import io.queuejob.web.export.JobExport;
import io.queuejob.web.rest.ListQuery;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * Jobs as a file; a subclass with a {@code @Path} that ends with {@code {format}} publishes it,
 * behind a login.
 */
public abstract class JobExportResource {
  private static final int NOT_FOUND = 404;

  @Inject @Seen private JobSearch search;

  /** All that {@code q} leaves, up to 100,000; the file says if there are more. */
  @GET
  @Described(
      value = "What a filter leaves as a file, csv or json.",
      query = {
        "q: a filter line, such as state:failed age:>1h",
        "state: words of states, joined by commas",
        "channel: a path, with all below it"
      },
      refusals = {400, 404})
  public Response export(@PathParam("format") String word, @Context UriInfo uri) {
    ExportFormat format = read(word);
    JobExport export = new JobExport(search, ListQuery.line(uri.getQueryParameters()));
    StreamingOutput body = out -> export.write(format, out);
    return Response.ok(body, format.type())
        .header("Content-Disposition", "attachment; filename=\"jobs." + format.word() + "\"")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  static ExportFormat read(String word) {
    String detail = "Expected export.csv or export.json, found 'export.%s'.".formatted(word);
    return ExportFormat.of(word)
        .orElseThrow(
            () ->
                new ProblemException(
                    new Problem(
                        NOT_FOUND,
                        "QJ7114",
                        "Unknown format",
                        detail,
                        List.of("csv", "json"),
                        null)));
  }
}
