package io.queuejob.web.rest.desk;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;

/** A JSON object of plain values, as texts by name; null stays null. */
final class Body {
  private Body() {}

  static Map<String, String> of(String text) {
    Map<String, String> values = new HashMap<>();
    object(text).forEach((key, value) -> values.put(key, plain(key, value)));
    return values;
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text == null ? "" : text))) {
      return reader.readObject();
    } catch (RuntimeException e) { // a depth beyond the reader's limit is not a JsonException
      throw Answers.bad(
          "QJ7150",
          "No JSON object",
          "Expected a JSON object such as {\"capacity\": 4}, found something else; correct it.");
    }
  }

  private static String plain(String key, JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      case OBJECT, ARRAY ->
          throw Answers.bad(
              "QJ7151",
              "No plain value",
              key + ": expected a text, a number, true, false or null, found " + value + ".");
    };
  }
}
