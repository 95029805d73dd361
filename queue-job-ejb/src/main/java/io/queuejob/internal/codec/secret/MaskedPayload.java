package io.queuejob.internal.codec.secret;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stored call as people see it: what its payload calls secret is masked. */
public final class MaskedPayload {
  /** What stands in the place of a secret value. */
  public static final String MASK = "•••";

  /** Member of the payload that holds the paths. */
  public static final String MEMBER = "secret";

  private static final JsonValue MASKED = Json.createValue(MASK);

  private MaskedPayload() {}

  /**
   * The text to show.
   *
   * @param payload as stored; null stays null
   */
  public static String of(String payload) {
    if (payload == null || !payload.contains("\"" + MEMBER + "\"")) {
      return payload;
    }
    try (JsonReader reader = Json.createReader(new StringReader(payload))) {
      JsonObject envelope = reader.readObject();
      return envelope.containsKey(MEMBER) ? masked(envelope).toString() : payload;
    } catch (RuntimeException | StackOverflowError unreadable) {
      return MASKED.toString();
    }
  }

  private static JsonValue masked(JsonObject envelope) {
    if (!(envelope.get(MEMBER) instanceof JsonArray paths)
        || !(envelope.get("args") instanceof JsonArray arguments)) {
      return MASKED;
    }
    JsonValue shown = arguments;
    for (JsonValue path : paths) {
      String text = path instanceof JsonString string ? string.getString() : "/**";
      shown = masked(shown, List.of(text.substring(1).split("/", -1)));
    }
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (String name : List.of("v", MEMBER)) {
      if (envelope.containsKey(name)) {
        json.add(name, envelope.get(name));
      }
    }
    return json.add("args", shown).build();
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

  /** The paths as the member of a payload, followed by a comma; empty if there are none. */
  public static String member(List<String> paths) {
    if (paths.isEmpty()) {
      return "";
    }
    List<JsonValue> texts = new ArrayList<>();
    paths.forEach(path -> texts.add(Json.createValue(path)));
    return "\"%s\":%s,".formatted(MEMBER, Json.createArrayBuilder(texts).build());
  }

  /** Whether a path is, or lies in, the argument of that index. */
  public static boolean isIn(List<String> paths, int index) {
    return paths.stream()
        .anyMatch(path -> Arrays.asList(path.split("/")).get(1).equals("" + index));
  }
}
