package io.queuejob.testing.support;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/** The eta as it was given to the call that a thread makes; a captured call has its result only. */
public final class GivenEta {

  private final ThreadLocal<Eta> current = ThreadLocal.withInitial(() -> Eta.NONE);

  /** An eta as given; at most one of both. */
  public record Eta(Duration delay, Instant instant) {
    public static final Eta NONE = new Eta(null, null);

    /** An option that the engine has taken for an eta. */
    public static Eta of(Object value) {
      if (value instanceof Duration delay) {
        return new Eta(delay, null);
      } else if (value instanceof Number seconds) {
        return new Eta(Duration.ofSeconds(seconds.longValue()), null);
      } else if (value instanceof ZonedDateTime zoned) {
        return new Eta(null, zoned.toInstant());
      } else if (value instanceof OffsetDateTime offset) {
        return new Eta(null, offset.toInstant());
      }
      return new Eta(null, (Instant) value);
    }
  }

  /** The delay; null if an instant was given, or nothing. */
  public Duration delay() {
    return current.get().delay();
  }

  /** The instant; null if a delay was given, or nothing. */
  public Instant instant() {
    return current.get().instant();
  }

  /** Makes a call with an eta; calls may be nested. */
  public <T> T during(Eta eta, Supplier<T> call) {
    Eta outer = current.get();
    current.set(eta);
    try {
      return call.get();
    } finally {
      current.set(outer);
    }
  }
}
