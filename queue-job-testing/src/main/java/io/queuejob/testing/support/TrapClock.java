package io.queuejob.testing.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until it is moved. */
public final class TrapClock implements InstantSource {

  private Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves it on. */
  public synchronized void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "expected a duration of 0 or more to advance the trap's clock by, found "
              + time
              + "; time does not go back");
    }
    now = now.plus(time);
  }
}
