package io.queuejob.web.jobs;

import io.queuejob.admin.JobFilter;
import io.queuejob.web.StateWord;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filter of the list, read from the page's address and written back to it. What an address says
 * wrongly is ignored: an old link still shows a list.
 *
 * @param scope which states, before any chosen one
 * @param chosen the states of scope CHOSEN, empty otherwise
 * @param text searched text, empty for none
 * @param channel path of a channel, empty for all
 * @param after id after which the page begins; null on the first page
 * @param trail the {@code after} of the newer pages walked through, nearest last
 */
record JobsQuery(
    Scope scope, Set<StateWord> chosen, String text, String channel, Long after, List<Long> trail)
    implements Serializable {

  /** Kinds of choice among the states. */
  enum Scope {
    OPEN,
    ALL,
    CHOSEN
  }

  static final int PAGE = 50;
  private static final int LONGEST_TEXT = 200;
  private static final int LONGEST_TRAIL = 40;
  static final JobsQuery FIRST = new JobsQuery(Scope.OPEN, Set.of(), "", "", null, List.of());

  JobsQuery {
    chosen = Set.copyOf(chosen);
    trail = List.copyOf(trail);
  }

  static JobsQuery of(Map<String, String[]> parameters) {
    List<String> words = words(parameters, "state").toList();
    Set<StateWord> chosen = EnumSet.noneOf(StateWord.class);
    words.forEach(word -> StateWord.of(word).ifPresent(chosen::add));
    Scope scope = words.contains("all") ? Scope.ALL : Scope.OPEN;
    List<Long> trail = words(parameters, "trail").flatMap(JobsQuery::number).toList();
    return new JobsQuery(
        chosen.isEmpty() ? scope : Scope.CHOSEN,
        chosen,
        text(parameters, "text"),
        text(parameters, "channel"),
        words(parameters, "after").flatMap(JobsQuery::number).findFirst().orElse(null),
        trail.subList(Math.max(0, trail.size() - LONGEST_TRAIL), trail.size()));
  }

  JobsQuery open() {
    return first(Scope.OPEN, Set.of(), text, channel);
  }

  JobsQuery all() {
    return first(Scope.ALL, Set.of(), text, channel);
  }

  /** Adds the state to the chosen ones or takes it away; without any left: the open ones. */
  JobsQuery toggled(StateWord state) {
    Set<StateWord> next = EnumSet.noneOf(StateWord.class);
    next.addAll(chosen);
    if (!next.remove(state)) {
      next.add(state);
    }
    return first(next.isEmpty() ? Scope.OPEN : Scope.CHOSEN, next, text, channel);
  }

  JobsQuery withText(String wanted) {
    return first(scope, chosen, trimmed(wanted), channel);
  }

  JobsQuery withChannel(String wanted) {
    return first(scope, chosen, text, trimmed(wanted));
  }

  JobsQuery newest() {
    return first(scope, chosen, text, channel);
  }

  JobsQuery older(long lastId) {
    List<Long> longer = new ArrayList<>(trail);
    if (after != null) {
      longer.add(after);
    }
    return new JobsQuery(
        scope,
        chosen,
        text,
        channel,
        lastId,
        longer.subList(Math.max(0, longer.size() - LONGEST_TRAIL), longer.size()));
  }

  JobsQuery newer() {
    if (trail.isEmpty()) {
      return newest();
    }
    int last = trail.size() - 1;
    return new JobsQuery(scope, chosen, text, channel, trail.get(last), trail.subList(0, last));
  }

  JobFilter filter() {
    Set<StateWord> states =
        switch (scope) {
          case OPEN -> StateWord.open();
          case ALL -> Set.of();
          case CHOSEN -> chosen;
        };
    Set<String> words = states.stream().map(StateWord::word).collect(Collectors.toSet());
    return new JobFilter(words, blankToNull(text), blankToNull(channel), after, PAGE);
  }

  /** Whether anything but the default is asked for. */
  boolean isNarrowed() {
    return scope == Scope.CHOSEN || !text.isEmpty() || !channel.isEmpty();
  }

  /** The query part of the page's address, beginning with {@code ?}. */
  String address() {
    List<String> parts = new ArrayList<>();
    if (scope == Scope.ALL) {
      parts.add("state=all");
    } else if (scope == Scope.CHOSEN) {
      parts.add("state=" + joined(chosen.stream().sorted().map(StateWord::word)));
    }
    add(parts, "channel", channel);
    add(parts, "text", text);
    add(parts, "after", after == null ? "" : after.toString());
    add(parts, "trail", joined(trail.stream().map(String::valueOf)));
    return "?" + String.join("&", parts);
  }

  private static JobsQuery first(Scope scope, Set<StateWord> chosen, String text, String channel) {
    return new JobsQuery(scope, chosen, text, channel, null, List.of());
  }

  private static void add(List<String> parts, String name, String value) {
    if (!value.isEmpty()) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static String joined(Stream<String> words) {
    return words.collect(Collectors.joining(","));
  }

  private static Stream<String> words(Map<String, String[]> parameters, String name) {
    return Arrays.stream(parameters.getOrDefault(name, new String[0]))
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  private static String text(Map<String, String[]> parameters, String name) {
    String[] values = parameters.getOrDefault(name, new String[0]);
    return values.length == 0 ? "" : trimmed(values[0]);
  }

  private static String trimmed(String text) {
    String stripped = text == null ? "" : text.strip();
    return stripped.substring(0, Math.min(LONGEST_TEXT, stripped.length()));
  }

  private static Stream<Long> number(String word) {
    return word.matches("\\d{1,18}") ? Stream.of(Long.valueOf(word)) : Stream.empty();
  }

  private static String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
