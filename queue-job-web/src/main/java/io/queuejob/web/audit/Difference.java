package io.queuejob.web.audit;

import io.queuejob.web.VisibleText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One value that is not as it was.
 *
 * @param key its name; empty for a text that is no object
 * @param before as it was; null if it was not there
 * @param after as it is; null if it is not there
 */
public record Difference(String key, String before, String after) {
  private static final int LONGEST = 2_000;

  /** What a channel is named by, which the subject says. */
  private static final String NAME = "path";

  /** What differs between two JSON texts, either of which may be null. */
  static List<Difference> between(String before, String after) {
    JsonValue was = parsed(before);
    JsonValue is = parsed(after);
    if (!isObjectOrNothing(was) || !isObjectOrNothing(is)) {
      return List.of(new Difference("", text(was), text(is)));
    }
    Set<String> keys = new LinkedHashSet<>();
    keys.addAll(keys(was));
    keys.addAll(keys(is));
    List<Difference> all = new ArrayList<>();
    for (String key : keys) {
      JsonValue one = value(was, key);
      JsonValue other = value(is, key);
      if (!one.equals(other) && !key.equals(NAME)) {
        all.add(new Difference(VisibleText.of(key), text(one), text(other)));
      }
    }
    return all;
  }

  private static JsonValue parsed(String text) {
    if (text == null) {
      return JsonValue.NULL;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (RuntimeException e) { // a depth beyond the reader's limit is not a JsonException
      return Json.createValue(text);
    }
  }

  private static boolean isObjectOrNothing(JsonValue value) {
    return value == JsonValue.NULL || value.getValueType() == JsonValue.ValueType.OBJECT;
  }

  private static Set<String> keys(JsonValue value) {
    return value instanceof JsonObject object ? object.keySet() : Set.of();
  }

  private static JsonValue value(JsonValue from, String key) {
    return from instanceof JsonObject object
        ? object.getOrDefault(key, JsonValue.NULL)
        : JsonValue.NULL;
  }

  private static String text(JsonValue value) {
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    String text = value instanceof JsonString string ? string.getString() : value.toString();
    return VisibleText.of(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
  }
}
