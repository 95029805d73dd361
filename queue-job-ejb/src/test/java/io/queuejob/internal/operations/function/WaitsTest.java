package io.queuejob.internal.operations.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.function.RetryWait;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is worked out without a database. */
class WaitsTest {
  private final FunctionDesk desk = new FunctionDesk(null, null);

  @Test
  void waits_are_those_of_the_engine() {
    assertThat(desk.waits("2:60,4:60-900", 4))
        .containsExactly(
            new RetryWait(1, 600, 600),
            new RetryWait(2, 60, 60),
            new RetryWait(3, 60, 60),
            new RetryWait(4, 60, 900));
    assertThat(desk.waits(" ", 1)).containsExactly(new RetryWait(1, 600, 600));
  }

  @Test
  void a_pattern_that_cannot_be_read_is_refused_with_a_sample() {
    assertThatThrownBy(() -> desk.waits("1:x", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("expected whole seconds", "found 'x'", "1:30,4:120");
  }

  @Test
  void problems_name_each_option_that_cannot_be_used() {
    assertThat(
            desk.problems(Map.of("priority", "x", "timeout", "", "channel", "root.a", "no", "1")))
        .containsOnlyKeys("priority", "no");
  }
}
