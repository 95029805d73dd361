package io.queuejob.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON object that a call sends. It is read here and nowhere else, so that whatever is wrong
 * with it is answered alike on every server: not by what reads JSON there, and not before its size
 * and depth are known.
 */
public final class JsonBody {
  /** Most bytes; a selection of jobs, the largest that is sent, takes a sixth of it. */
  static final int LARGEST = 262_144;

  /** Objects and arrays within each other; the engine itself takes two. */
  static final int DEEPEST = 32;

  private final JsonObject json;

  private JsonBody(JsonObject json) {
    this.json = json;
  }

  /**
   * Reads a body.
   *
   * @param body as it comes; null is an empty one
   * @param sample a body that could be used, for the refusal of one that cannot
   * @throws ProblemException status 400, if it is too large, no JSON, too deep, or no object
   */
  public static JsonBody of(InputStream body, String sample) {
    String text = text(body, sample);
    if (depth(text) > DEEPEST) {
      throw new ProblemException(Problems.bodyTooDeep(DEEPEST));
    }
    JsonValue value = value(text);
    if (value == null) {
      throw noJson(sample, text.isBlank() ? "nothing" : "something else");
    }
    checkNames(text);
    if (value instanceof JsonObject object) {
      return new JsonBody(object);
    }
    throw new ProblemException(
        Problems.bodyType("the body", "a JSON object such as " + sample, kind(value)));
  }

  /** The only value of a text; null if it is no JSON, or has more after it. */
  private static JsonValue value(String text) {
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      parser.next();
      JsonValue value = parser.getValue();
      return parser.hasNext() ? null : value;
    } catch (RuntimeException e) { // not all of them are JsonExceptions
      return null;
    }
  }

  /** Of a member that is said twice, which one counts would be up to what reads JSON. */
  private static void checkNames(String text) {
    Deque<Set<String>> objects = new ArrayDeque<>();
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        switch (parser.next()) {
          case START_OBJECT -> objects.push(new HashSet<>());
          case END_OBJECT -> objects.pop();
          case KEY_NAME -> checkName(objects.peek(), parser.getString());
          default -> {}
        }
      }
    }
  }

  private static void checkName(Set<String> names, String name) {
    if (!names.add(name)) {
      throw new ProblemException(
          Problems.bodyType("the body", "each member once", "'" + name + "' twice"));
    }
  }

  private static String text(InputStream body, String sample) {
    try {
      byte[] bytes = body == null ? new byte[0] : body.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ProblemException(Problems.bodyTooLarge(LARGEST));
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw noJson(sample, "bytes that are no UTF-8");
    } catch (IOException e) {
      throw noJson(sample, "one that ended before it was whole");
    }
  }

  private static ProblemException noJson(String sample, String found) {
    return new ProblemException(Problems.noJson(sample, found));
  }

  /** How deep objects and arrays lie within each other. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '{' || c == '[')) {
        deepest = Math.max(deepest, ++depth);
      } else if (!quoted && (c == '}' || c == ']')) {
        depth--;
      }
    }
    return deepest;
  }

  /** Names of the members. */
  public Set<String> names() {
    return json.keySet();
  }

  /** The same body, if it has no members but those known. */
  public JsonBody only(Set<String> known) {
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        String expected = "only members of " + String.join(", ", known);
        throw new ProblemException(Problems.bodyType("the body", expected, "'" + name + "'"));
      }
    }
    return this;
  }

  /** A text, or a number as text; null if the member is missing or null. */
  public String text(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value instanceof JsonString || value instanceof JsonNumber || isNull(value)) {
      return plain(name, value);
    }
    throw wrong(name, "a text or a number", value);
  }

  /** The texts of an array; null if the member is missing or null. */
  public List<String> texts(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (isNull(value)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (JsonValue one : array) {
        if (!(one instanceof JsonString text)) {
          throw wrong(name, "an array of texts", one);
        }
        texts.add(text.getString());
      }
      return texts;
    }
    throw wrong(name, "an array of texts", value);
  }

  /** All members as texts by name; null stays null. */
  public Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    json.forEach((name, value) -> values.put(name, plain(name, value)));
    return values;
  }

  /** The same where a member may be an object, which is given as JSON. */
  public Map<String, String> valuesAndObjects() {
    Map<String, String> values = new HashMap<>();
    json.forEach(
        (name, value) ->
            values.put(name, value instanceof JsonObject ? value.toString() : plain(name, value)));
    return values;
  }

  private static String plain(String name, JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      case OBJECT, ARRAY -> throw wrong(name, "a text, a number, true, false or null", value);
    };
  }

  private static boolean isNull(JsonValue value) {
    return value.getValueType() == JsonValue.ValueType.NULL;
  }

  private static ProblemException wrong(String name, String expected, JsonValue found) {
    return new ProblemException(Problems.bodyType(name, expected, kind(found)));
  }

  private static String kind(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a text";
      case NUMBER -> "the number " + value;
      case TRUE, FALSE, NULL -> value.toString();
    };
  }
}
