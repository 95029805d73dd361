package io.queuejob.web.overview.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where charts draw what. */
class PlotTest {
  @Test
  void bars_stand_upon_what_is_below_them_and_nothing_draws_nothing() {
    assertThat(Plot.bars(List.of(0L, 5L), List.of(0L, 2L), 10))
        .isEqualTo("M10.8 30.00h8.5v50.00h-8.5z");
    assertThat(Plot.bars(List.of(0L, 0L), List.of(0L, 0L), 2)).isEmpty();
  }

  @Test
  void one_failure_among_thousands_can_be_seen() {
    assertThat(Plot.bars(List.of(1L), List.of(0L), 100_000)).contains("v1.00");
  }

  @Test
  void a_line_is_interrupted_where_nothing_is_known() {
    assertThat(Plot.line(Arrays.asList(0.0, 1.0, null, 0.5)))
        .isEqualTo("M5.0 100.00L15.0 0.00M32.0 50.00h6");
    assertThat(Plot.line(Arrays.asList(null, null))).isEmpty();
  }

  @Test
  void scales_end_at_round_numbers() {
    assertThat(
            List.of(Plot.round(0), Plot.round(3), Plot.round(7), Plot.round(61), Plot.round(999)))
        .containsExactly(2L, 4L, 8L, 80L, 1_000L);
  }

  @Test
  void a_scale_of_times_holds_all_of_them() {
    TimeScale scale = TimeScale.of(List.of(Duration.ofMillis(3), Duration.ofSeconds(4)));
    assertThat(scale.marks())
        .containsExactly(
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofMillis(10),
            Duration.ofMillis(1));
    assertThat(scale.height(Duration.ofMillis(1))).isZero();
    assertThat(scale.height(Duration.ofSeconds(1))).isEqualTo(0.75);
    assertThat(scale.height(Duration.ofSeconds(10))).isEqualTo(1);
    assertThat(scale.height(null)).isNull();
  }

  @Test
  void a_scale_of_nothing_and_of_everything_has_marks() {
    assertThat(TimeScale.of(List.of()).marks()).hasSizeGreaterThan(1);
    TimeScale all = TimeScale.of(List.of(Duration.ZERO, Duration.ofDays(3)));
    assertThat(all.height(Duration.ZERO)).isZero();
    assertThat(all.height(Duration.ofDays(30))).isEqualTo(1);
  }
}
