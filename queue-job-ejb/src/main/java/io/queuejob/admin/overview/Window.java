package io.queuejob.admin.overview;

import java.time.Duration;

/** Spans of time that are looked back upon, each in so many steps. */
public enum Window {
  /** The last hour, by minutes. */
  HOUR("1h", 60, 60),
  /** The last day, by ten minutes. */
  DAY("24h", 600, 144),
  /** The last week, by hours. */
  WEEK("7d", 3_600, 168);

  private final String word;
  private final int seconds;
  private final int steps;

  Window(String word, int seconds, int steps) {
    this.word = word;
    this.seconds = seconds;
    this.steps = steps;
  }

  /** Its word in addresses: 1h, 24h, 7d. */
  public String word() {
    return word;
  }

  /** Length of one step. */
  public Duration step() {
    return Duration.ofSeconds(seconds);
  }

  /** Number of steps; the last is the one under way. */
  public int steps() {
    return steps;
  }
}
