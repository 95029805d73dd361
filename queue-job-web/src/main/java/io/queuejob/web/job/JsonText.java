package io.queuejob.web.job;

/**
 * JSON text laid out for reading. Only white space outside strings is changed: numbers, escapes and
 * the order of keys stay exactly as stored, and damaged text stays readable.
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
    return json == null ? null : new JsonText(json).layOut();
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
