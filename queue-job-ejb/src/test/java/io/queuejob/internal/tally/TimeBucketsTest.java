package io.queuejob.internal.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeBucketsTest {
  private static List<Long> counts(long... millis) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(TimeBuckets.COUNT, 0L));
    for (long one : millis) {
      counts.set(TimeBuckets.of(one), counts.get(TimeBuckets.of(one)) + 1);
    }
    return counts;
  }

  @Test
  void each_time_has_one_class_in_order() {
    assertThat(TimeBuckets.of(0)).isZero();
    assertThat(TimeBuckets.of(1)).isZero();
    assertThat(TimeBuckets.of(2)).isEqualTo(1);
    assertThat(TimeBuckets.of(3)).isEqualTo(2);
    assertThat(TimeBuckets.of(86_400_000)).isEqualTo(TimeBuckets.COUNT - 2);
    assertThat(TimeBuckets.of(Long.MAX_VALUE)).isEqualTo(TimeBuckets.COUNT - 1);
  }

  @Test
  void nothing_has_no_percentile() {
    assertThat(TimeBuckets.percentile(counts(), 0.5)).isEmpty();
  }

  @Test
  void a_percentile_lies_within_the_class_of_the_time() {
    List<Long> times = counts(3, 3, 3, 3, 3, 3, 3, 3, 3, 700);
    assertThat(TimeBuckets.percentile(times, 0.5))
        .hasValueSatisfying(
            t -> assertThat(t).isBetween(Duration.ofMillis(2), Duration.ofMillis(5)));
    assertThat(TimeBuckets.percentile(times, 0.99))
        .hasValueSatisfying(
            t -> assertThat(t).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_000)));
  }

  @Test
  void what_is_longer_than_the_last_bound_shows_as_that_bound() {
    assertThat(TimeBuckets.percentile(counts(Long.MAX_VALUE), 0.5)).hasValue(Duration.ofDays(1));
  }
}
