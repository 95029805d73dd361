package io.queuejob.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The eta as it was given to the call that a thread makes; a captured call has its result only. */
final class GivenEta {

  private final ThreadLocal<Eta> current = ThreadLocal.withInitial(() -> Eta.NONE);

  /** An eta as given; at most one of both. */
  record Eta(Duration delay, Instant instant) {
    static final Eta NONE = new Eta(null, null);
  }

  Duration delay() {
    return current.get().delay();
  }

  Instant instant() {
    return current.get().instant();
  }

  /** Makes a call with an eta; calls may be nested. */
  <T> T during(Eta eta, Supplier<T> call) {
    Eta outer = current.get();
    current.set(eta);
    try {
      return call.get();
    } finally {
      current.set(outer);
    }
  }
}
