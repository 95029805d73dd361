package io.queuejob.web.rest.function;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.function.FunctionRow;
import io.queuejob.admin.function.OptionInForce;
import io.queuejob.admin.function.RetryWait;
import io.queuejob.web.rest.JsonBody;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Functions as JSON, and settings out of it. What is not known is null, never left out. */
final class FunctionJson {
  private FunctionJson() {}

  static JsonArray rows(Collection<FunctionRow> rows) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    rows.forEach(row -> array.add(row(row)));
    return array.build();
  }

  static JsonObject row(FunctionRow row) {
    JsonObjectBuilder options = Json.createObjectBuilder();
    row.options().forEach(option -> options.add(option.key(), option(option)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", row.id())
            .add("application", row.application())
            .add("name", row.name())
            .add("waiting", row.waiting())
            .add("waitingCut", row.waiting() >= FunctionRow.MOST_COUNTED)
            .add("failed", row.failed())
            .add("failedCut", row.failed() >= FunctionRow.MOST_COUNTED)
            .add("nodes", Json.createArrayBuilder(row.nodes()));
    text(json, "changed", row.changed());
    text(json, "changedBy", row.changedBy());
    return json.add("options", options).build();
  }

  private static JsonObject option(OptionInForce option) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    text(json, "counts", option.counts());
    text(json, "source", option.source().name().toLowerCase(Locale.ROOT));
    text(json, "people", option.people());
    text(json, "server", option.server());
    text(json, "declared", option.declared());
    text(json, "standard", option.standard());
    text(json, "problem", option.problem());
    return json.build();
  }

  static JsonArray waits(Collection<RetryWait> waits) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (RetryWait wait : waits) {
      array.add(
          Json.createObjectBuilder()
              .add("attempt", wait.attempt())
              .add("leastSeconds", wait.least())
              .add("mostSeconds", wait.most()));
    }
    return array.build();
  }

  static JsonObject result(CommandResult result) {
    return Json.createObjectBuilder()
        .add("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
        .add("message", result.message())
        .build();
  }

  /** Texts by the name of an option, an empty one takes it back. */
  static Map<String, String> settings(InputStream body) {
    String sample = "{\"priority\": 5, \"retry_pattern\": \"1:10,2:60\"}";
    Map<String, String> settings = new TreeMap<>();
    // what a related action is given is a JSON object itself
    JsonBody.of(body, sample)
        .valuesAndObjects()
        .forEach((key, value) -> settings.put(key, value == null ? "" : value));
    return settings;
  }

  private static void text(JsonObjectBuilder json, String name, Object value) {
    if (value == null) {
      json.addNull(name);
    } else {
      json.add(name, value.toString());
    }
  }
}
