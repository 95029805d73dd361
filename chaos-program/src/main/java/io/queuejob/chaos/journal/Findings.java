package io.queuejob.chaos.journal;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What must not be, by kind; each thing found counts once. */
public final class Findings {
  private static final int SHOWN = 20;

  private final Map<Kind, Set<String>> found = new EnumMap<>(Kind.class);

  /** What can go wrong. */
  public enum Kind {
    /** A committed job without its effect, or without its row. */
    LOST,
    /** An effect too many. */
    TWICE,
    /** More at once than a channel allows, or at work without slots. */
    OVER_CAPACITY,
    /** A job was overtaken. */
    OUT_OF_ORDER,
    /** A job that nobody finishes. */
    STUCK
  }

  /** Adds one, told with what was expected and what was found. */
  public synchronized void add(Kind kind, String text) {
    found.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(text);
  }

  /** How many of a kind. */
  public synchronized int count(Kind kind) {
    return found.getOrDefault(kind, Set.of()).size();
  }

  /** Whether there is any. */
  public synchronized boolean any() {
    return !found.isEmpty();
  }

  /** All in words, the first of each kind. */
  public synchronized String text() {
    StringBuilder text = new StringBuilder();
    found.forEach(
        (kind, all) -> {
          text.append(kind).append(": ").append(all.size()).append('\n');
          all.stream().limit(SHOWN).forEach(one -> text.append("  ").append(one).append('\n'));
        });
    return text.toString();
  }
}
