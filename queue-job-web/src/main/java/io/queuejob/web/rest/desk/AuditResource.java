package io.queuejob.web.rest.desk;

import io.queuejob.admin.audit.AuditAdmin;
import io.queuejob.admin.audit.AuditFilter;
import io.queuejob.web.StrictInstant;
import io.queuejob.web.audit.AuditCsv;
import io.queuejob.web.rest.QueryNumber;
import io.queuejob.web.rest.openapi.Described;
import io.queuejob.web.sight.Seen;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The audit as JSON, newest first. A subclass with a {@code @Path} publishes it, beside {@code
 * JobResource} and under the same terms.
 */
public abstract class AuditResource {
  private static final int DEFAULT_LIMIT = 100;
  private static final int GREATEST_LIMIT = 1000;

  @Inject @Seen private AuditAdmin admin;

  /** A page: {@code actor}, {@code action}, {@code subject}, {@code from}, {@code until}. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Described(
      value = "Who did what to what, newest first, page by page.",
      answer = "AuditPage",
      query = {
        "actor: exactly this one",
        "action: exactly this one",
        "subject: a part of it, or a whole uuid",
        "from: not before this instant",
        "until: before this instant",
        "after: next of the page before",
        "limit: most entries, 1 to 1000, else 100"
      },
      refusals = {400})
  public JsonObject list(@Context UriInfo uri) {
    return DeskJson.page(admin.list(filter(uri.getQueryParameters())));
  }

  /** All that the same filter leaves, as comma-separated values. */
  @GET
  @Path("csv")
  @Produces("text/csv")
  @Described(
      value = "All that the filter leaves, as comma-separated values.",
      query = {
        "actor: exactly this one",
        "action: exactly this one",
        "subject: a part of it, or a whole uuid",
        "from: not before this instant",
        "until: before this instant"
      },
      refusals = {400})
  public Response csv(@Context UriInfo uri) {
    AuditFilter filter = filter(uri.getQueryParameters());
    StreamingOutput out =
        stream -> {
          Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
          AuditCsv.write(admin, filter, writer);
        };
    return Response.ok(out, AuditCsv.MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }

  static AuditFilter filter(MultivaluedMap<String, String> parameters) {
    return new AuditFilter(
        parameters.getFirst("actor"),
        parameters.getFirst("action"),
        parameters.getFirst("subject"),
        instant("from", parameters.getFirst("from")),
        instant("until", parameters.getFirst("until")),
        after(parameters.getFirst("after")),
        limit(parameters.getFirst("limit")));
  }

  private static Instant instant(String name, String text) {
    if (text == null) {
      return null;
    }
    return StrictInstant.parse(text)
        .orElseThrow(
            () ->
                Answers.bad(
                    "QJ7154",
                    "Malformed instant",
                    name
                        + ": expected an instant such as 2026-11-26T09:00:00Z, of the years 1 to"
                        + " 9999, found '"
                        + text
                        + "'."));
  }

  private static Long after(String given) {
    return QueryNumber.row(
        given,
        text ->
            Answers.bad(
                "QJ7155",
                "Malformed id",
                "after: expected what 'next' of the page before says, found '" + text + "'."));
  }

  private static int limit(String given) {
    return QueryNumber.limit(
        given,
        DEFAULT_LIMIT,
        GREATEST_LIMIT,
        text ->
            Answers.bad(
                "QJ7156",
                "Limit out of range",
                "limit: expected a whole number from 1 to 1000, found '"
                    + text
                    + "'; leave it out for 100."));
  }
}
