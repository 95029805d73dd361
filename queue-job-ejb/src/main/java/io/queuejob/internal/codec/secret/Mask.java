package io.queuejob.internal.codec.secret;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** Puts the mask in the place of the values that paths lead to; of null and no other it is none. */
final class Mask {
  static final JsonValue MASKED = Json.createValue(MaskedPayload.MASK);

  private Mask() {}

  /** A value without what lies at the ends of the paths; a path that is no text hides all of it. */
  static JsonValue over(JsonValue value, JsonArray paths) {
    JsonValue shown = value;
    for (JsonValue path : paths) {
      shown = masked(shown, path instanceof JsonString text ? steps(text.getString()) : List.of());
    }
    return shown;
  }

  private static List<String> steps(String path) {
    return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/", -1));
  }

  private static JsonValue masked(JsonValue value, List<String> path) {
    if (path.isEmpty()) {
      return value == JsonValue.NULL ? value : MASKED;
    }
    if (value instanceof JsonObject object) {
      JsonObjectBuilder json = Json.createObjectBuilder();
      object.forEach((name, member) -> json.add(name, member(member, name, path)));
      return json.build();
    } else if (value instanceof JsonArray array) {
      var json = Json.createArrayBuilder();
      for (int i = 0; i < array.size(); i++) {
        json.add(member(array.get(i), Integer.toString(i), path));
      }
      return json.build();
    }
    boolean passing = path.get(0).equals("**") && path.size() > 1;
    return passing || value == JsonValue.NULL ? value : MASKED;
  }

  private static JsonValue member(JsonValue member, String name, List<String> path) {
    List<String> rest = path.subList(1, path.size());
    String step = path.get(0);
    if (step.equals("**")) {
      boolean meant = !rest.isEmpty() && steps(rest.get(0), name);
      return meant ? masked(member, rest.subList(1, rest.size())) : masked(member, path);
    }
    return steps(step, name) ? masked(member, rest) : member;
  }

  private static boolean steps(String step, String name) {
    return step.equals("*") || step.replace("~1", "/").replace("~0", "~").equals(name);
  }

  static JsonValue read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readValue();
    }
  }

  /** The paths as a JSON array. */
  static JsonArray paths(List<String> paths) {
    return Json.createArrayBuilder(paths).build();
  }
}
