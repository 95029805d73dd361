package io.queuejob.web.jobs;

import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.JobSearch;
import io.queuejob.web.StateWord;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filter of the list, read from the page's address and written back to it. What an address says
 * wrongly is ignored: an old link still shows a list.
 *
 * @param scope which states, before any chosen one
 * @param chosen the states of scope CHOSEN, empty otherwise
 * @param line filter line, empty for none; states that it names stand above the chosen ones
 * @param channel path of a channel, empty for all
 * @param by what the jobs are grouped by; null for the list
 * @param after id after which the page begins; null on the first page
 * @param trail the {@code after} of the newer pages walked through, nearest last
 */
record JobsQuery(
    Scope scope,
    Set<StateWord> chosen,
    String line,
    String channel,
    JobGroups.By by,
    Long after,
    List<Long> trail)
    implements Serializable {

  /** Kinds of choice among the states. */
  enum Scope {
    OPEN,
    ALL,
    CHOSEN
  }

  static final int PAGE = 50;

  /** One more than a filter may have, which is told of what is cut here. */
  private static final int LONGEST_TEXT = 2_001;

  private static final Pattern STATES = Pattern.compile("(?:^|\\s)state:(\\S+)");
  private static final int LONGEST_TRAIL = 40;
  static final JobsQuery FIRST = new JobsQuery(Scope.OPEN, Set.of(), "", "", null, null, List.of());

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
        line(parameters),
        text(parameters, "channel"),
        by(parameters),
        words(parameters, "after").flatMap(JobsQuery::number).findFirst().orElse(null),
        trail.subList(Math.max(0, trail.size() - LONGEST_TRAIL), trail.size()));
  }

  JobsQuery open() {
    return first(Scope.OPEN, Set.of(), withoutStates(), channel);
  }

  JobsQuery all() {
    return first(Scope.ALL, Set.of(), withoutStates(), channel);
  }

  /** Adds the state to the chosen ones or takes it away; without any left: the open ones. */
  JobsQuery toggled(StateWord state) {
    Set<StateWord> next = EnumSet.noneOf(StateWord.class);
    next.addAll(pressed());
    if (!next.remove(state)) {
      next.add(state);
    }
    return first(next.isEmpty() ? Scope.OPEN : Scope.CHOSEN, next, withoutStates(), channel);
  }

  JobsQuery withLine(String wanted) {
    return first(scope, chosen, trimmed(wanted), channel);
  }

  JobsQuery withChannel(String wanted) {
    return first(scope, chosen, line, trimmed(wanted));
  }

  JobsQuery newest() {
    return first(scope, chosen, line, channel);
  }

  /** The same jobs in groups; null for the list. */
  JobsQuery groupedBy(JobGroups.By wanted) {
    return new JobsQuery(scope, chosen, line, channel, wanted, null, List.of());
  }

  /** The list of the jobs of a group. */
  JobsQuery within(String words) {
    return withLine((line + " " + words).strip()).groupedBy(null);
  }

  JobsQuery older(long lastId) {
    List<Long> longer = new ArrayList<>(trail);
    if (after != null) {
      longer.add(after);
    }
    return new JobsQuery(
        scope,
        chosen,
        line,
        channel,
        by,
        lastId,
        longer.subList(Math.max(0, longer.size() - LONGEST_TRAIL), longer.size()));
  }

  JobsQuery newer() {
    if (trail.isEmpty()) {
      return newest();
    }
    int last = trail.size() - 1;
    return new JobsQuery(scope, chosen, line, channel, by, trail.get(last), trail.subList(0, last));
  }

  /** The whole filter as one line: states, channel, and what was typed. */
  String filter() {
    List<String> words = new ArrayList<>();
    Set<StateWord> states =
        switch (scope) {
          case OPEN -> StateWord.open();
          case ALL -> Set.of();
          case CHOSEN -> chosen;
        };
    if (!states.isEmpty() && !STATES.matcher(line).find()) {
      words.add("state:" + joined(states.stream().sorted().map(StateWord::word)));
    }
    if (!channel.isEmpty()) {
      words.add(JobSearch.word("channel", channel));
    }
    words.add(line);
    return String.join(" ", words).strip();
  }

  /** The states that are shown pressed: those of the line, or the chosen ones. */
  Set<StateWord> pressed() {
    Matcher states = STATES.matcher(line);
    if (!states.find()) {
      return chosen;
    }
    Set<StateWord> named = EnumSet.noneOf(StateWord.class);
    Stream.of(states.group(1).split(",")).forEach(w -> StateWord.of(w).ifPresent(named::add));
    return named;
  }

  private String withoutStates() {
    return STATES.matcher(line).replaceAll(" ").strip();
  }

  /** Whether anything but the default is asked for. */
  boolean isNarrowed() {
    return scope == Scope.CHOSEN || !line.isEmpty() || !channel.isEmpty();
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
    add(parts, "q", line);
    add(parts, "group", by == null ? "" : by.name().toLowerCase(Locale.ROOT));
    add(parts, "after", after == null ? "" : after.toString());
    add(parts, "trail", joined(trail.stream().map(String::valueOf)));
    return "?" + String.join("&", parts);
  }

  private JobsQuery first(Scope scope, Set<StateWord> chosen, String line, String channel) {
    return new JobsQuery(scope, chosen, line, channel, by, null, List.of());
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

  /** Links of earlier versions have text that was looked for as it stood. */
  private static String line(Map<String, String[]> parameters) {
    String text = text(parameters, "text");
    boolean plain = text.isEmpty() || text.matches("[\\w.-]+");
    String quoted = plain ? text : '"' + text.replaceAll("([\\\\\"])", "\\\\$1") + '"';
    return trimmed(text(parameters, "q") + " " + quoted);
  }

  private static JobGroups.By by(Map<String, String[]> parameters) {
    String word = text(parameters, "group");
    return Stream.of(JobGroups.By.values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(null);
  }
}
