package io.queuejob.internal.codec;

import io.queuejob.api.related.Related;
import io.queuejob.internal.codec.value.JsonText;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a job is about as JSON text {@code [{"label":"Order 7","url":"https://…"}]}. */
public final class RelatedText {
  /** Nothing that a browser would run, and no host that is not named. */
  private static final Pattern LINK =
      Pattern.compile("(https?://[^/\\\\\\s][^\\\\\\s]*|/([^/\\\\\\s][^\\\\\\s]*)?)");

  private static final JsonText JSON = new JsonText();

  private RelatedText() {}

  /** Whether a text may stand behind a link that people click. */
  public static boolean isLink(String text) {
    return text != null && LINK.matcher(text).matches();
  }

  /** As text; null if there is nothing. */
  public static String write(List<Related> all) {
    if (all.isEmpty()) {
      return null;
    }
    StringBuilder out = new StringBuilder("[");
    for (Related one : all) {
      out.append(out.length() == 1 ? "{\"label\":" : ",{\"label\":");
      JsonText.quote(one.label().replace("\u0000", ""), out);
      if (isLink(one.url())) {
        out.append(",\"url\":");
        JsonText.quote(one.url(), out);
      }
      out.append('}');
    }
    return out.append(']').toString();
  }

  /** What was written; without what is damaged, and without links that are not to be clicked. */
  public static List<Related> read(String text) {
    if (text == null) {
      return List.of();
    }
    try {
      return JSON.parse(text) instanceof JsonArray all
          ? all.stream().map(RelatedText::one).flatMap(Optional::stream).toList()
          : List.of();
    } catch (JsonException e) {
      return List.of();
    }
  }

  /** A JSON object as a map of texts, numbers and truth values; empty for null and for others. */
  public static Map<String, Object> arguments(String text) {
    Map<String, Object> all = new LinkedHashMap<>();
    try {
      if (text != null && JSON.parse(text) instanceof JsonObject object) {
        object.forEach((name, value) -> all.put(name, plain(value)));
      }
    } catch (JsonException damaged) {
      all.clear();
    }
    return all;
  }

  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).bigDecimalValue();
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
      case ARRAY, OBJECT -> value.toString();
    };
  }

  private static Optional<Related> one(JsonValue value) {
    if (!(value instanceof JsonObject object)
        || !(object.get("label") instanceof JsonString label)) {
      return Optional.empty();
    }
    String url = object.get("url") instanceof JsonString found ? found.getString() : null;
    return Optional.of(new Related(label.getString(), isLink(url) ? url : null));
  }
}
