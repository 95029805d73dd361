package io.queuejob.internal.operations.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a filter line apart: blanks separate words, quotes hold them together. */
final class LineWords {
  private static final Pattern NAME = Pattern.compile("([A-Za-z]+(?:\\.[^:\\s\"]*)?):(?!//)");

  private final String line;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private boolean open;

  private LineWords(String line) {
    this.line = line;
  }

  static List<Word> of(String line) {
    LineWords reading = new LineWords(line);
    reading.read();
    if (reading.open) {
      throw Messages.openQuote(line);
    }
    return List.copyOf(reading.words);
  }

  private void read() {
    while (skipBlanks()) {
      int begin = at;
      Matcher name = NAME.matcher(line).region(at, line.length());
      String found = "";
      if (name.lookingAt()) {
        found = name.group(1);
        at = name.end();
      }
      words.add(new Word(found, value(), begin));
    }
  }

  private boolean skipBlanks() {
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length();
  }

  private String value() {
    if (at < line.length() && line.charAt(at) == '"') {
      at++;
      return quoted();
    }
    int begin = at;
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return line.substring(begin, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    open = true;
    while (at < line.length() && open) {
      char c = line.charAt(at++);
      if (c == '"') {
        open = false;
      } else if (c == '\\' && at < line.length()) {
        value.append(line.charAt(at++));
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }
}
