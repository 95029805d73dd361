package io.queuejob.example.orderdesk.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 has them: values in quotes may hold commas, line ends
 * and doubled quotes. Lines end with LF or CRLF; empty lines are skipped.
 */
final class CsvReader {
  private final String text;
  private int at;
  private int line = 1;

  private CsvReader(String text) {
    this.text = text;
  }

  /** All rows of the text; a row that is malformed carries its problem. */
  static List<CsvRow> read(String text) {
    return placed(text, 1).stream().map(Placed::row).toList();
  }

  /**
   * A row and where it begins.
   *
   * @param row it
   * @param at characters of the text before it
   */
  record Placed(CsvRow row, int at) {}

  /** All rows of a text whose first line has this number. */
  static List<Placed> placed(String text, int firstLine) {
    CsvReader reader = new CsvReader(text);
    reader.line = firstLine;
    List<Placed> rows = new ArrayList<>();
    while (reader.at < text.length()) {
      if (!reader.skipLineEnd()) {
        int at = reader.at;
        rows.add(new Placed(reader.row(), at));
      }
    }
    return rows;
  }

  private CsvRow row() {
    int begin = line;
    List<String> fields = new ArrayList<>();
    try {
      fields.add(field());
      while (at < text.length() && text.charAt(at) == ',') {
        at++;
        fields.add(field());
      }
      expectLineEnd();
      return new CsvRow(begin, fields, null);
    } catch (Malformed e) {
      skipRestOfLine();
      return new CsvRow(begin, fields, e.getMessage());
    }
  }

  private String field() throws Malformed {
    if (at < text.length() && text.charAt(at) == '"') {
      return quotedField();
    }
    int begin = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      if (text.charAt(at) == '"') {
        throw new Malformed("a quote inside a value: put the value in quotes and double the quote");
      }
      at++;
    }
    return text.substring(begin, at);
  }

  private String quotedField() throws Malformed {
    int opening = at;
    int openingLine = line;
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
      }
      if (c != '"') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        return value.toString();
      }
    }
    // Go back, so that one missing quote costs its own line and not the rest of the file.
    at = opening;
    line = openingLine;
    throw new Malformed("a value whose quotes are not closed");
  }

  private void expectLineEnd() throws Malformed {
    if (at < text.length() && !skipLineEnd()) {
      throw new Malformed("text after a closing quote: expected a comma or the end of the line");
    }
  }

  private boolean skipLineEnd() {
    int length = text.startsWith("\r\n", at) ? 2 : "\r\n".indexOf(text.charAt(at)) >= 0 ? 1 : 0;
    if (length > 0) {
      at += length;
      line++;
    }
    return length > 0;
  }

  private void skipRestOfLine() {
    while (at < text.length() && !skipLineEnd()) {
      at++;
    }
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }
}
