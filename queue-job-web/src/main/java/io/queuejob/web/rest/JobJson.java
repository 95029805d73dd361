package io.queuejob.web.rest;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAttempt;
import io.queuejob.admin.JobDetail;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.StuckJobs;
import io.queuejob.api.related.Related;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.Locale;

/**
 * The answers as JSON. Instants are in ISO 8601 at UTC; what is not known is null, never left out.
 */
final class JobJson {
  private JobJson() {}

  static JsonArray rows(Collection<JobRow> rows) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    rows.forEach(row -> array.add(columns(row)));
    return array.build();
  }

  static JsonObject detail(JobDetail job) {
    JsonObjectBuilder json = columns(job.row());
    add(json, "maxRetries", job.row().maxRetries());
    add(json, "created", job.row().created());
    add(json, "started", job.started());
    add(json, "finished", job.row().finished());
    add(json, "caller", job.caller());
    json.add("cancelRequested", job.cancelRequested());
    json.add("arguments", stored(job.arguments()));
    json.add("context", stored(job.context()));
    json.add("attributes", stored(job.attributes()));
    json.add("result", stored(job.result()));
    json.add("secretResult", job.secretResult());
    add(json, "errorClass", job.errorClass());
    add(json, "stackTrace", job.stackTrace());
    JsonArrayBuilder attempts = Json.createArrayBuilder();
    job.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
    json.add("related", related(job.related()));
    return json.add("attempts", attempts).build();
  }

  static JsonArrayBuilder related(Collection<Related> all) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Related one : all) {
      JsonObjectBuilder json = Json.createObjectBuilder();
      add(json, "label", one.label());
      add(json, "url", one.url());
      array.add(json);
    }
    return array;
  }

  static JsonObject revealed(String arguments) {
    return Json.createObjectBuilder().add("arguments", stored(arguments)).build();
  }

  static JsonObject revealedResult(String result) {
    return Json.createObjectBuilder().add("result", stored(result)).build();
  }

  static JsonObject stuck(StuckJobs jobs) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "enqueued", jobs.enqueued());
    add(json, "started", jobs.started());
    return json.build();
  }

  static JsonObject result(CommandResult result) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    json.add("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
    add(json, "state", result.state());
    add(json, "message", result.message());
    return json.build();
  }

  /** Exactly the columns of the view {@code queue_job.job_state}, in its order. */
  private static JsonObjectBuilder columns(JobRow row) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "id", row.id());
    add(json, "uuid", row.uuid());
    add(json, "application", row.application());
    add(json, "function", row.function());
    add(json, "channel", row.channel());
    add(json, "state", row.state());
    add(json, "priority", row.priority());
    add(json, "eta", row.eta());
    add(json, "node", row.node());
    add(json, "since", row.since());
    add(json, "retry", row.retry());
    add(json, "description", row.description());
    add(json, "error", row.error());
    return json;
  }

  private static JsonObjectBuilder attempt(JobAttempt attempt) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "number", attempt.number());
    add(json, "node", attempt.node());
    add(json, "started", attempt.started());
    add(json, "ended", attempt.ended());
    add(json, "outcome", attempt.outcome());
    add(json, "errorClass", attempt.errorClass());
    add(json, "message", attempt.message());
    add(json, "stackTrace", attempt.stackTrace());
    return json;
  }

  /** A stored text as the value that it denotes; one that is damaged as a plain string. */
  private static JsonValue stored(String text) {
    if (text == null) {
      return JsonValue.NULL;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (RuntimeException e) { // a depth beyond the reader's limit is not a JsonException
      return Json.createValue(text);
    }
  }

  private static void add(JsonObjectBuilder json, String name, Object value) {
    if (value == null) {
      json.addNull(name);
    } else if (value instanceof Integer || value instanceof Long) {
      json.add(name, ((Number) value).longValue());
    } else {
      json.add(name, value.toString());
    }
  }
}
