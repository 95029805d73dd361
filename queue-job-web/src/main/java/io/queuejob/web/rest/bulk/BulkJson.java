package io.queuejob.web.rest.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkSkip;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** The answers as JSON; what is not known is null, never left out. */
final class BulkJson {
  private BulkJson() {}

  static JsonObject of(Bulk bulk) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    Bulk.Progress progress = bulk.progress();
    add(json, "id", bulk.id());
    add(json, "action", bulk.change().action().word());
    add(json, "value", bulk.change().value());
    add(json, "filter", bulk.filter());
    json.add("selection", bulk.selection());
    add(json, "actor", bulk.actor());
    json.add("counted", bulk.counted());
    add(json, "state", progress.state());
    add(json, "created", progress.created());
    add(json, "confirmed", progress.confirmed());
    add(json, "ended", progress.ended());
    add(json, "endedBy", progress.endedBy());
    json.add("collected", progress.collected());
    json.add("changed", progress.changed());
    json.add("skipped", progress.skipped());
    add(json, "trouble", progress.trouble());
    add(json, "undoes", bulk.undoes());
    add(json, "undone", bulk.undone());
    json.add("undoable", bulk.isUndoable());
    json.add("channels", Json.createArrayBuilder(bulk.reach().channels()));
    add(json, "undoableUntil", bulk.isUndoable() ? bulk.undo().until() : null);
    return json.build();
  }

  static JsonObject of(BulkSkip skip) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("id", skip.id());
    add(json, "job", skip.job());
    add(json, "reason", skip.reason());
    return json.build();
  }

  static JsonObject of(CommandResult result) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    add(json, "verdict", result.verdict().name().toLowerCase(Locale.ROOT));
    add(json, "state", result.state());
    add(json, "message", result.message());
    return json.build();
  }

  private static void add(JsonObjectBuilder json, String name, Object value) {
    if (value == null) {
      json.addNull(name);
    } else {
      json.add(name, value.toString());
    }
  }
}
