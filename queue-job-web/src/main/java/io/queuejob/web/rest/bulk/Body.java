package io.queuejob.web.rest.bulk;

import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.web.StrictUuid;
import io.queuejob.web.rest.Problem;
import io.queuejob.web.rest.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads what a call sends. */
final class Body {
  private static final int BAD_REQUEST = 400;
  private static final Set<String> OF_BULK = Set.of("action", "value", "filter", "jobs", "key");
  private static final Set<String> OF_CHANGE = Set.of("priority", "eta", "channel");

  private Body() {}

  static BulkRequest bulk(String text) {
    JsonObject json = object(text, OF_BULK);
    String word = string(json, "action");
    BulkAction action =
        BulkAction.of(word)
            .orElseThrow(
                () ->
                    unusable(
                        "action: expected requeue, cancel, set done, priority, eta or channel",
                        word));
    return new BulkRequest(
        new JobChange(action, string(json, "value")),
        string(json, "filter"),
        jobs(json),
        null,
        string(json, "key"));
  }

  /** One member, which says what is changed. */
  static JobChange change(String text) {
    JsonObject json = object(text, OF_CHANGE);
    if (json.size() != 1) {
      throw unusable("exactly one of priority, eta and channel", json.keySet().toString());
    }
    String name = json.keySet().iterator().next();
    return new JobChange(BulkAction.of(name).orElseThrow(), string(json, name));
  }

  private static JsonObject object(String text, Set<String> known) {
    JsonValue value;
    try (JsonReader reader = Json.createReader(new StringReader(text == null ? "" : text))) {
      value = reader.readValue();
    } catch (RuntimeException e) { // a depth beyond the reader's limit is not a JsonException
      throw unusable("a JSON object with some of " + known, "no JSON");
    }
    if (!(value instanceof JsonObject json)) {
      throw unusable("a JSON object with some of " + known, value.getValueType().toString());
    }
    json.keySet().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw unusable("only members of " + known, name);
            });
    return json;
  }

  private static String string(JsonObject json, String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value instanceof JsonString text) {
      return text.getString();
    }
    if (value instanceof JsonNumber number) {
      return number.toString();
    }
    if (value.equals(JsonValue.NULL)) {
      return null;
    }
    throw unusable(name + ": expected a text", value.toString());
  }

  private static List<UUID> jobs(JsonObject json) {
    JsonValue value = json.getOrDefault("jobs", JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return null;
    }
    if (!(value instanceof JsonArray array)) {
      throw unusable("jobs: expected an array of uuids", value.toString());
    }
    return array.stream()
        .map(one -> one instanceof JsonString text ? text.getString() : one.toString())
        .map(
            text ->
                StrictUuid.parse(text).orElseThrow(() -> unusable("jobs: expected uuids", text)))
        .toList();
  }

  private static ProblemException unusable(String expected, String found) {
    String shown = found != null && found.length() > 200 ? found.substring(0, 200) : found;
    String start = expected.contains("expected ") ? "" : "Expected ";
    return new ProblemException(
        Problem.of(
            BAD_REQUEST,
            "QJ7115",
            "Request that cannot be used",
            start + expected + ", found '" + shown + "'."));
  }
}
