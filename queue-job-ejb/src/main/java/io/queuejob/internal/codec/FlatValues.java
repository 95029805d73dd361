package io.queuejob.internal.codec;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what most calls carry: whole numbers, texts without escapes, true, false and null, without
 * blanks between them, as this engine writes them. A parser of all of JSON costs a multiple, and is
 * asked for all other text.
 */
final class FlatValues {
  private static final int MOST_DIGITS = 18;

  private final JsonProvider values = JsonProvider.provider();

  /**
   * The elements of a JSON array, between its brackets.
   *
   * @return null if there is anything but plain values
   */
  List<JsonValue> read(String text, int from, int to) {
    List<JsonValue> read = new ArrayList<>(4);
    int at = from;
    while (at < to) {
      int end = endOfValue(text, at, to);
      JsonValue value = end < 0 ? null : value(text, at, end);
      if (value == null || (end < to && (text.charAt(end) != ',' || end + 1 == to))) {
        return null;
      }
      read.add(value);
      at = end + 1;
    }
    return read;
  }

  /** Behind the last character of the value that starts here; negative if it has no such end. */
  private static int endOfValue(String text, int from, int to) {
    boolean quoted = text.charAt(from) == '"';
    for (int at = from + 1; at < to; at++) {
      char c = text.charAt(at);
      if (quoted && (c == '\\' || c < ' ')) {
        return -1;
      } else if (quoted && c == '"') {
        return at + 1;
      } else if (!quoted && c == ',') {
        return at;
      }
    }
    return quoted ? -1 : to;
  }

  private JsonValue value(String text, int from, int end) {
    if (text.charAt(from) == '"') {
      return values.createValue(text.substring(from + 1, end - 1));
    } else if (isWholeNumber(text, from, end)) {
      return values.createValue(Long.parseLong(text, from, end, 10));
    }
    return switch (text.substring(from, end)) {
      case "true" -> JsonValue.TRUE;
      case "false" -> JsonValue.FALSE;
      case "null" -> JsonValue.NULL;
      default -> null;
    };
  }

  /** As JSON has them: no plus, no leading zero; and none that might not fit. */
  private static boolean isWholeNumber(String text, int from, int end) {
    int first = text.charAt(from) == '-' ? from + 1 : from;
    int digits = end - first;
    if (digits < 1 || digits > MOST_DIGITS || (end - from > 1 && text.charAt(first) == '0')) {
      return false;
    }
    for (int at = first; at < end; at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}
