package io.queuejob.internal.job;

import java.time.Instant;
import java.util.UUID;

/**
 * The public reference of a new job: a UUID of version 7 (RFC 9562, 5.7), whose first 48 bits are
 * milliseconds since 1970 and whose other 74 bits are random. Jobs of one time stand beside each
 * other in its index, so that a claim writes to pages that are at hand, at any number of jobs.
 */
public final class JobUuid {
  private static final long VERSION = 0x7000L;
  private static final long RANDOM_BITS = 0x0FFFL;
  private static final int TIME_SHIFT = 16;

  private JobUuid() {}

  /** A new one for a call of this instant, which is at or after 1970. */
  public static UUID at(Instant created) {
    UUID random = UUID.randomUUID();
    return new UUID(
        created.toEpochMilli() << TIME_SHIFT
            | VERSION
            | random.getMostSignificantBits() & RANDOM_BITS,
        random.getLeastSignificantBits());
  }
}
