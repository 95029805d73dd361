package io.queuejob.internal.chore;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.storage.chore.RetentionStep;
import io.queuejob.internal.storage.chore.RetentionStep.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S-IS-15: pauses between steps, rests in between runs, goes on after a failure. */
class ChoreLoopTest {
  private int rests;

  private Duration after(RetentionStep step) {
    return new ChoreLoop(() -> step, () -> 0, () -> rests++, Duration.ofDays(1)).turn();
  }

  private static RetentionStep step(Kind kind, Duration time) {
    return new RetentionStep(kind, 3, time);
  }

  @Test
  void a_short_pause_follows_each_step() {
    assertThat(after(step(Kind.WALKED, Duration.ZERO))).isEqualTo(Duration.ofMillis(20));
    assertThat(after(step(Kind.ENDED, Duration.ofSeconds(2)))).isEqualTo(Duration.ofMillis(20));
    assertThat(rests).isZero();
  }

  @Test
  void it_gives_its_connection_back_until_the_next_run() {
    assertThat(after(step(Kind.REST, Duration.ofMinutes(5)))).isEqualTo(Duration.ofMinutes(5));
    assertThat(after(step(Kind.REST, Duration.ofDays(1)))).isEqualTo(Duration.ofHours(1));
    assertThat(after(step(Kind.BUSY, Duration.ZERO))).isEqualTo(Duration.ofMinutes(1));
    assertThat(rests).isEqualTo(3);
  }

  @Test
  void a_failure_is_tried_again_in_a_minute() {
    ChoreLoop loop =
        new ChoreLoop(
            () -> {
              throw new IllegalStateException("the database is away");
            },
            () -> 0,
            () -> rests++,
            Duration.ofDays(1));
    assertThat(loop.turn()).isEqualTo(Duration.ofMinutes(1));
    assertThat(rests).isEqualTo(1);
  }
}
