package io.queuejob.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Paths, order, schedules and retries: S-CH-01, S-CH-13, S-PR-02, S-RE-02, S-RE-08. */
class JobRulesTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @Test
  void a_leading_root_may_be_left_out_and_nothing_means_root() {
    assertThat(ChannelPath.of("a.b")).isEqualTo(ChannelPath.of("root.a.b"));
    assertThat(ChannelPath.of(" ")).isEqualTo(ChannelPath.ROOT);
    assertThat(ChannelPath.of("rooter").text()).isEqualTo("root.rooter");
  }

  @Test
  void a_path_fits_into_an_index_of_the_database() {
    assertThat(ChannelPath.of("n".repeat(ChannelPath.LONGEST - 5)).text()).hasSize(500);
    assertThatThrownBy(() -> ChannelPath.of("n".repeat(ChannelPath.LONGEST - 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected at most 500 characters, found 501");
  }

  @Test
  void a_subtree_is_told_by_whole_names() {
    assertThat(ChannelPath.of("a.b").isWithin(ChannelPath.of("a"))).isTrue();
    assertThat(ChannelPath.of("ab").isWithin(ChannelPath.of("a"))).isFalse();
  }

  @Test
  void jobs_are_ordered_by_priority_creation_and_id() {
    ClaimedJob.Order urgent = new ClaimedJob.Order(1, NOON.plusSeconds(9), 9);
    ClaimedJob.Order early = new ClaimedJob.Order(10, NOON, 8);
    ClaimedJob.Order twin = new ClaimedJob.Order(10, NOON, 9);
    ClaimedJob.Order late = new ClaimedJob.Order(10, NOON.plusSeconds(1), 1);
    assertThat(List.of(late, twin, early, urgent).stream().sorted().toList())
        .containsExactly(urgent, early, twin, late);
  }

  @Test
  void an_eta_in_the_past_is_none() {
    assertThat(new JobRequest.Schedule(10, NOON, NOON.minusSeconds(1), 5, 0).eta()).isNull();
    assertThat(new JobRequest.Schedule(10, NOON, NOON.plusSeconds(1), 5, 0).eta())
        .isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void negative_attempts_are_refused() {
    assertThatThrownBy(() -> new JobRequest.Schedule(10, NOON, null, -1, 0))
        .hasMessageContaining("expected 0 (without limit) or more, found -1");
  }

  @Test
  void max_retries_counts_attempts_and_zero_is_without_limit() {
    assertThat(RetrySchedule.hasAttemptsLeft(3, 4)).isTrue();
    assertThat(RetrySchedule.hasAttemptsLeft(4, 4)).isFalse();
    assertThat(RetrySchedule.hasAttemptsLeft(400, 0)).isTrue();
  }

  @Test
  void waits_after_passing_errors_double_to_a_minute_with_up_to_half_taken_off() {
    Random random = new Random(7);
    for (int earlier = 0; earlier < 30; earlier++) {
      long most = Math.min(60_000, 1_000L << Math.min(earlier, 10));
      for (int i = 0; i < 200; i++) {
        assertThat(RetrySchedule.afterTransient(earlier, random))
            .isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
      }
    }
  }
}
