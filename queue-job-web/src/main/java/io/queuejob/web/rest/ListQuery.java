package io.queuejob.web.rest;

import io.queuejob.admin.JobFilter;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.StateWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the question for a list of jobs; unlike the pages it refuses what it does not know. */
public final class ListQuery {
  static final int DEFAULT_LIMIT = 100;
  static final int GREATEST_LIMIT = 1000;

  private ListQuery() {}

  /**
   * The filter that the parameters of an address ask for.
   *
   * @throws ProblemException naming the parameter that cannot be read
   */
  static JobFilter of(Map<String, List<String>> parameters) {
    return new JobFilter(
        states(parameters.getOrDefault("state", List.of())),
        first(parameters, "text"),
        first(parameters, "channel"),
        QueryNumber.row(
            first(parameters, "after"), text -> new ProblemException(Problems.after(text))),
        QueryNumber.limit(
            first(parameters, "limit"),
            DEFAULT_LIMIT,
            GREATEST_LIMIT,
            text -> new ProblemException(Problems.limit(text))));
  }

  /** The filter line that {@code q} and the other parameters make together. */
  public static String line(Map<String, List<String>> parameters) {
    List<String> words = new ArrayList<>();
    Set<String> states = states(parameters.getOrDefault("state", List.of()));
    if (!states.isEmpty()) {
      words.add("state:" + String.join(",", new TreeSet<>(states)));
    }
    String channel = first(parameters, "channel");
    if (channel != null && !channel.isBlank()) {
      words.add(JobSearch.word("channel", channel));
    }
    String q = first(parameters, "q");
    words.add(q == null ? "" : q);
    return String.join(" ", words).strip();
  }

  private static Set<String> states(List<String> values) {
    Set<String> words = new HashSet<>();
    for (String value : values) {
      for (String word : value.split(",", -1)) {
        StateWord state =
            StateWord.of(word.strip())
                .orElseThrow(() -> new ProblemException(Problems.unknownState(word)));
        words.add(state.word());
      }
    }
    return words;
  }

  private static String first(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(0);
  }
}
