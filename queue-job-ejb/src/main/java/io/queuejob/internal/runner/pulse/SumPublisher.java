package io.queuejob.internal.runner.pulse;

import io.queuejob.internal.tally.Adder;
import io.queuejob.internal.tally.Sum;
import io.queuejob.internal.tally.Sums;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Writes the sums of what ended here, every second while anything ends, on the pulse's session. A
 * failure costs the pulse nothing: the sums are kept and go with the next.
 */
public final class SumPublisher {
  private static final System.Logger LOG = System.getLogger("io.queuejob.node");
  private static final long EVERY_NANOS = 1_000_000_000L;

  private final Adder adder;
  private final Sums store;
  private long lastNanos;
  private boolean failing;

  /** A publisher of what an adder holds. */
  public SumPublisher(Adder adder, Sums store) {
    this.adder = adder;
    this.store = store;
  }

  /** When to write at the latest; {@code otherwise} if nothing has ended. */
  long nextDue(long nowNanos, long otherwise) {
    return adder.isEmpty()
        ? otherwise
        : Math.min(otherwise, Math.max(nowNanos, lastNanos + EVERY_NANOS));
  }

  void publishDue(long nowNanos) {
    if (!adder.isEmpty() && nowNanos - lastNanos >= EVERY_NANOS) {
      lastNanos = nowNanos;
      publish();
    }
  }

  /** Writes all that there is. */
  void publish() {
    List<Sum> sums = adder.take();
    if (sums.isEmpty()) {
      return;
    }
    try {
      store.add(sums);
      failing = false;
    } catch (RuntimeException e) {
      adder.putBack(sums);
      if (!failing) {
        LOG.log(
            Level.WARNING,
            "QJ5190 sums of runs could not be written; they are kept in memory and go with the"
                + " next writing: {0}",
            e.getMessage());
      }
      failing = true;
    }
  }
}
