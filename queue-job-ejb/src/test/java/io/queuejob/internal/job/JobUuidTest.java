package io.queuejob.internal.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** References of new jobs: S-PR-06; RFC 9562, 5.7. */
class JobUuidTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final int MANY = 10_000;

  @Test
  void it_begins_with_the_time_and_ends_at_random() {
    Set<UUID> all = new HashSet<>();
    long ones = 0;
    for (int i = 0; i < MANY; i++) {
      UUID uuid = JobRequest.uuidAt(NOON);
      all.add(uuid);
      ones |= uuid.getMostSignificantBits() & 0x0FFF;
      assertThat(uuid.version()).isEqualTo(7);
      assertThat(uuid.variant()).isEqualTo(2);
      assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }
    assertThat(all).hasSize(MANY);
    assertThat(ones).isEqualTo(0x0FFF);
  }

  @Test
  void later_calls_have_later_references() {
    assertThat(JobRequest.uuidAt(NOON.plusMillis(1)).toString())
        .isGreaterThan(JobRequest.uuidAt(NOON).toString());
  }
}
