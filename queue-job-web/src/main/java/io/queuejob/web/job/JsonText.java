package io.queuejob.web.job;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;

/**
 * JSON text laid out for reading. Only white space outside strings is changed: numbers, escapes and
 * the order of keys stay exactly as stored. Damaged text is not touched at all.
 */
final class JsonText {
  private static final int INDENT = 2;

  private final String source;
  private final StringBuilder out;
  private int depth;
  private int position;

  private JsonText(String source) {
    this.source = source;
    this.out = new StringBuilder(source.length() * 2);
  }

  /** The text with one value a line; null stays null. */
  static String pretty(String json) {
    return json == null || !isWellFormed(json) ? json : new JsonText(json).layOut();
  }

  private static boolean isWellFormed(String json) {
    try (JsonParser parser = Json.createParser(new StringReader(json))) {
      boolean any = parser.hasNext();
      while (parser.hasNext()) {
        parser.next();
      }
      return any;
    } catch (RuntimeException e) { // a depth beyond the parser's limit is not a JsonException
      return false;
    }
  }

  private String layOut() {
    while (position < source.length()) {
      char c = source.charAt(position);
      switch (c) {
        case '"' -> copyString();
        case '{', '[' -> open(c);
        case '}', ']' -> close(c);
        case ',' -> newLineAfter(c);
        case ':' -> out.append(": ");
        case ' ', '\t', '\n', '\r' -> {}
        default -> out.append(c);
      }
      position++;
    }
    return out.toString();
  }

  private void copyString() {
    int end = position + 1;
    while (end < source.length() && source.charAt(end) != '"') {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end, source.length() - 1);
    out.append(source, position, end + 1);
    position = end;
  }

  private void open(char bracket) {
    int next = position + 1;
    while (next < source.length() && Character.isWhitespace(source.charAt(next))) {
      next++;
    }
    boolean empty = next < source.length() && source.charAt(next) == (bracket == '{' ? '}' : ']');
    out.append(bracket);
    if (empty) {
      out.append(source.charAt(next));
      position = next;
    } else {
      depth++;
      newLine();
    }
  }

  private void close(char bracket) {
    depth = Math.max(0, depth - 1);
    newLine();
    out.append(bracket);
  }

  private void newLineAfter(char comma) {
    out.append(comma);
    newLine();
  }

  private void newLine() {
    out.append('\n').append(" ".repeat(Math.min(depth, 40) * INDENT));
  }
}
