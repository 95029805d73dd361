package io.queuejob.internal.codec.secret;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;

/** A stored call as people see it: what its payload calls secret is masked. */
public final class MaskedPayload {
  /** What stands in the place of a secret value. */
  public static final String MASK = "•••";

  /** Member of the payload that holds the paths. */
  public static final String MEMBER = "secret";

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
    try {
      JsonObject envelope = Mask.read(payload).asJsonObject();
      return envelope.containsKey(MEMBER) ? masked(envelope).toString() : payload;
    } catch (RuntimeException | StackOverflowError unreadable) {
      return Mask.MASKED.toString();
    }
  }

  private static JsonValue masked(JsonObject envelope) {
    if (!(envelope.get(MEMBER) instanceof JsonArray paths)
        || !(envelope.get("args") instanceof JsonArray arguments)) {
      return Mask.MASKED;
    }
    JsonValue shown = Mask.over(arguments, paths);
    if (!(shown instanceof JsonArray)) {
      return Mask.MASKED;
    }
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (String name : List.of("v", MEMBER)) {
      if (envelope.containsKey(name)) {
        json.add(name, envelope.get(name));
      }
    }
    return json.add("args", shown).build();
  }

  /** The paths as the member of a payload, followed by a comma; empty if there are none. */
  public static String member(List<String> paths) {
    if (paths.isEmpty()) {
      return "";
    }
    return "\"%s\":%s,".formatted(MEMBER, Mask.paths(paths));
  }

  /** Whether a path is, or lies in, the argument of that index. */
  public static boolean isIn(List<String> paths, int index) {
    return paths.stream()
        .anyMatch(path -> Arrays.asList(path.split("/")).get(1).equals("" + index));
  }
}
