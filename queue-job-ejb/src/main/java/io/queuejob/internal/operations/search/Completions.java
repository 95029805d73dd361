package io.queuejob.internal.operations.search;

import io.queuejob.admin.search.JobSearch;
import io.queuejob.internal.storage.search.WordStore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Completes the last word of a filter line: its name, or its value. */
final class Completions {
  private static final int MOST = 10;
  private static final List<String> PRIORITIES = List.of("<5", "<10", "10", ">10");
  private static final List<String> AGES = List.of(">5m", ">1h", ">1d", ">7d", "<5m", "<1h", "<1d");

  private final WordStore words;

  Completions(WordStore words) {
    this.words = words;
  }

  List<String> of(String line) {
    int begin = Math.max(line.lastIndexOf(' '), line.lastIndexOf('\t')) + 1;
    String before = line.substring(0, begin);
    String word = line.substring(begin);
    if (isQuoted(before) || word.contains("\"")) {
      return List.of();
    }
    int colon = word.indexOf(':');
    Stream<String> completed =
        colon < 0 ? names(word) : values(word.substring(0, colon), word.substring(colon + 1));
    return completed.filter(one -> !one.equals(word)).limit(MOST).map(before::concat).toList();
  }

  private static boolean isQuoted(String text) {
    return text.chars().filter(c -> c == '"').count() % 2 == 1;
  }

  private static Stream<String> names(String begin) {
    String lower = begin.toLowerCase(Locale.ROOT);
    return FilterLine.NAMES.stream()
        .filter(name -> name.startsWith(lower))
        .map(name -> name.concat(":"));
  }

  private Stream<String> values(String name, String typed) {
    return switch (name) {
      case "state" -> states(typed);
      case "channel" -> full(name, words.channels(typed).stream());
      case "function" -> full(name, words.functions(typed).stream());
      case "node" -> full(name, words.nodes(typed).stream());
      case "priority" -> full(name, begun(PRIORITIES, typed));
      case "age" -> full(name, begun(AGES, typed));
      default -> Stream.empty();
    };
  }

  /** The last of those that commas separate. */
  private static Stream<String> states(String typed) {
    int last = typed.lastIndexOf(',') + 1;
    return begun(FilterLine.STATES, typed.substring(last))
        .map(state -> "state:" + typed.substring(0, last) + state);
  }

  private static Stream<String> begun(List<String> all, String begin) {
    return all.stream().filter(one -> one.startsWith(begin));
  }

  private static Stream<String> full(String name, Stream<String> values) {
    return values.map(value -> JobSearch.word(name, value));
  }
}
