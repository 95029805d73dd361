package io.queuejob.web.rest.desk;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** Adds values to an object: what is not known is null, never left out. */
final class Fields {
  private Fields() {}

  static JsonObjectBuilder add(JsonObjectBuilder json, String name, Object value) {
    if (value == null) {
      return json.addNull(name);
    } else if (value instanceof Boolean truth) {
      return json.add(name, truth);
    } else if (value instanceof Double number) {
      return json.add(name, number);
    } else if (value instanceof Number number) {
      return json.add(name, number.longValue());
    }
    return json.add(name, value.toString());
  }

  /** A stored text as the value that it denotes. */
  static JsonValue stored(String text) {
    if (text == null) {
      return JsonValue.NULL;
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readValue();
    } catch (RuntimeException e) { // a depth beyond the reader's limit is not a JsonException
      return Json.createValue(text);
    }
  }
}
