package io.queuejob.internal.codec;

import io.queuejob.internal.codec.value.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stored reference to an entity.
 *
 * @param type name of its class
 * @param id its id as text
 */
public record EntityReference(String type, String id) {
  private static final String MARK = "\"@entity\"";
  private static final JsonText JSON = new JsonText();

  /** The references of the first argument of a stored call that is one, or a list of them. */
  public static List<EntityReference> firstOf(String payload) {
    if (!payload.contains(MARK)) {
      return List.of();
    }
    try {
      JsonArray arguments = JSON.parse(payload).asJsonObject().getJsonArray("args");
      return arguments.stream()
          .map(EntityReference::all)
          .filter(found -> !found.isEmpty())
          .findFirst()
          .orElse(List.of());
    } catch (JsonException | ClassCastException e) {
      return List.of();
    }
  }

  /** The type's name without its package. */
  public String simpleType() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  private static List<EntityReference> all(JsonValue argument) {
    Stream<JsonValue> values =
        argument instanceof JsonArray list ? list.stream() : Stream.of(argument);
    return values.map(EntityReference::of).flatMap(Optional::stream).toList();
  }

  private static Optional<EntityReference> of(JsonValue value) {
    return value instanceof JsonObject object
            && object.get("@entity") instanceof JsonString name
            && object.containsKey("id")
        ? Optional.of(new EntityReference(name.getString(), text(object.get("id"))))
        : Optional.empty();
  }

  private static String text(JsonValue id) {
    return id instanceof JsonString string ? string.getString() : id.toString();
  }
}
