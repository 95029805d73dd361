package io.queuejob.chaos.proxy;

/**
 * How a proxy treats what passes.
 *
 * @param refuses whether new connections are closed at once
 * @param holds whether nothing is forwarded, while connections stay open: half-open for both ends
 * @param delayMillis by which each piece is late
 */
public record Mood(boolean refuses, boolean holds, int delayMillis) {
  /** All passes at once. */
  public static final Mood CALM = new Mood(false, false, 0);
}
