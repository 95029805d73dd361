package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.port.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The database's clock as seen through pulses: this node's clock and a measured offset. */
public final class ObservedClock implements DatabaseClock {
  private final InstantSource local;
  private Duration offset = Duration.ZERO;
  private Instant last = Instant.EPOCH;

  public ObservedClock(InstantSource local) {
    this.local = local;
  }

  /**
   * The database's clock stood at an instant when a statement was answered.
   *
   * @param database what the database said
   * @param roundTripNanos how long the statement took in all
   */
  public synchronized void observed(Instant database, long roundTripNanos) {
    Instant here = local.instant().minusNanos(roundTripNanos / 2);
    offset = Duration.between(here, database);
  }

  @Override
  public synchronized Instant now() {
    Instant now = local.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
    return last;
  }
}
