package io.queuejob.internal.codec.value;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Text of JSON: quoting, parsing, and a word for what was found. */
public final class JsonText {

  private static final String HEX = "0123456789abcdef";
  private static final int SHOWN = 60;

  /** Looking the provider up costs more than parsing; done once. */
  private final JsonReaderFactory readers = JsonProvider.provider().createReaderFactory(Map.of());

  /**
   * Parses one JSON value.
   *
   * @throws JsonException if the text is not JSON
   */
  public JsonValue parse(String text) {
    try (JsonReader reader = readers.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  /** Appends text as a JSON string. */
  public static void quote(CharSequence text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || isHalf(text, i)) {
        escape(c, out);
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** The text of an array without blanks, the names of objects in order. */
  public static String canonical(List<JsonValue> array) {
    StringBuilder out = new StringBuilder();
    canonical(array, out);
    return out.toString();
  }

  private static void canonical(List<JsonValue> array, StringBuilder out) {
    String separator = "[";
    for (JsonValue element : array) {
      out.append(separator);
      canonical(element, out);
      separator = ",";
    }
    out.append(array.isEmpty() ? "[]" : "]");
  }

  private static void canonical(JsonValue value, StringBuilder out) {
    if (value instanceof JsonArray array) {
      canonical((List<JsonValue>) array, out);
    } else if (value instanceof JsonObject object) {
      String separator = "{";
      for (Map.Entry<String, JsonValue> member : new TreeMap<>(object).entrySet()) {
        out.append(separator);
        quote(member.getKey(), out);
        canonical(member.getValue(), out.append(':'));
        separator = ",";
      }
      out.append(object.isEmpty() ? "{}" : "}");
    } else if (value instanceof JsonString string) {
      quote(string.getString(), out);
    } else {
      out.append(value);
    }
  }

  /** What was found, short enough for a message. */
  public static String shown(JsonValue json) {
    String text =
        json instanceof JsonString string ? "\"" + string.getString() + "\"" : json.toString();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static void escape(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }

  /** Half of a surrogate pair, which the database would refuse unescaped. */
  private static boolean isHalf(CharSequence text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
