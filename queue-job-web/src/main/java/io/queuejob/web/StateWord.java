package io.queuejob.web;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The states of a job as the pages and the REST interface name them, in the order of a life. */
public enum StateWord {
  WAIT_DEPENDENCIES("pi-sitemap"),
  PENDING("pi-clock"),
  ENQUEUED("pi-inbox"),
  STARTED("pi-play"),
  FAILED("pi-exclamation-triangle"),
  DONE("pi-check"),
  CANCELLED("pi-ban");

  private static final Set<StateWord> CLOSED = EnumSet.of(DONE, CANCELLED);
  private static final Set<StateWord> RESTING = EnumSet.of(DONE, CANCELLED, FAILED);
  private static final Set<StateWord> WAITING = EnumSet.of(WAIT_DEPENDENCIES, PENDING);
  private final String icon;

  StateWord(String icon) {
    this.icon = icon;
  }

  /** The state of a word such as {@code wait_dependencies}; empty if the word names none. */
  public static Optional<StateWord> of(String word) {
    return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
  }

  /** The states in which a job still needs the queue or a person: neither done nor cancelled. */
  public static Set<StateWord> open() {
    return EnumSet.complementOf(EnumSet.copyOf(CLOSED));
  }

  /** The word in rows, links and answers, such as {@code wait_dependencies}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of the icon beside the word. */
  public String icon() {
    return icon;
  }

  /** Whether a job stays in this state until a person acts. */
  public boolean isResting() {
    return RESTING.contains(this);
  }

  /** Whether a job in this state has not been taken by a node. */
  public boolean isWaiting() {
    return WAITING.contains(this);
  }
}
