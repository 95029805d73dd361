package io.queuejob.internal.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-RE-05, S-RE-06, S-JF-04, S-CO-03. */
class RetryPatternTest {
  private static final Random RANDOM = new Random(7);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1:30,4:120,9:900; 1; 30",
        "1:30,4:120,9:900; 3; 30",
        "1:30,4:120,9:900; 4; 120",
        "1:30,4:120,9:900; 8; 120",
        "1:30,4:120,9:900; 9; 900",
        "1:30,4:120,9:900; 400; 900",
        "9:900,1:30; 2; 30",
        "2:45; 1; 600",
        "2:45; 2; 45",
        "1:100,2:5; 2; 5",
        " 1 : 30 ; 0; 600",
        "''; 3; 600",
      })
  void the_greatest_step_that_is_not_above_the_attempt_decides(
      String pattern, int attempt, long seconds) {
    assertThat(RetryPattern.of(pattern).delay(attempt, RANDOM))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void a_range_draws_whole_seconds_with_both_ends_possible() {
    RetryPattern pattern = RetryPattern.of("1:3-6");
    Set<Long> drawn = new TreeSet<>();
    for (int i = 0; i < 1_000; i++) {
      Duration delay = pattern.delay(1, RANDOM);
      assertThat(delay).isEqualTo(Duration.ofSeconds(delay.toSeconds()));
      drawn.add(delay.toSeconds());
    }
    assertThat(drawn).containsExactly(3L, 4L, 5L, 6L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30",
        "a:30",
        "1:b",
        "1:30,1:40",
        "1:60-30",
        "1:1-2-3",
        "1:",
        ":30",
        "-1:30",
        "1:30,"
      })
  void what_cannot_be_read_is_refused_with_a_sample(String text) {
    assertThatThrownBy(() -> RetryPattern.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected")
        .hasMessageContaining("found")
        .hasMessageContaining(RetryPattern.SAMPLE);
  }

  @Test
  void it_is_written_as_it_is_read() {
    assertThat(RetryPattern.of("9:60-900, 1:30").toString()).isEqualTo("1:30,9:60-900");
    assertThat(RetryPattern.of(null).isEmpty()).isTrue();
  }
}
