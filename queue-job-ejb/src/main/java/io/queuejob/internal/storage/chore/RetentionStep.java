package io.queuejob.internal.storage.chore;

import java.time.Duration;

/**
 * What came of one step of retention.
 *
 * @param kind what it was
 * @param removed jobs that the run has removed so far
 * @param time until the next run is due, of {@link Kind#REST}; that the run took, of {@link
 *     Kind#ENDED}; else zero
 */
public record RetentionStep(Kind kind, long removed, Duration time) {

  /** Kinds of steps. */
  public enum Kind {
    /** No run is due. */
    REST,
    /** Another node takes a step at this moment. */
    BUSY,
    /** A part of the rows was walked through. */
    WALKED,
    /** There is no row left, the run is over. */
    ENDED
  }

  static RetentionStep rest(Duration untilDue) {
    return new RetentionStep(Kind.REST, 0, untilDue);
  }

  static RetentionStep busy() {
    return new RetentionStep(Kind.BUSY, 0, Duration.ZERO);
  }

  static RetentionStep walked(long removed) {
    return new RetentionStep(Kind.WALKED, removed, Duration.ZERO);
  }
}
