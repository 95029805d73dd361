package io.queuejob.web.jobs;

/**
 * What the filter line may become.
 *
 * @param line the whole line
 * @param word its last word, which is new
 */
public record Suggestion(String line, String word) {
  static Suggestion of(String line) {
    boolean quoted = line.endsWith("\"");
    int begin = quoted ? line.lastIndexOf(":\"") : line.length();
    return new Suggestion(line, line.substring(line.lastIndexOf(' ', begin) + 1));
  }
}
