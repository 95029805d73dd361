package io.queuejob.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the benchmark may be asked for. */
class RequestTest {

  @Test
  void a_soak_may_be_short_and_a_big_table_small() {
    assertThat(Request.of("soak", "--minutes", "2").minutes()).isEqualTo(2);
    assertThat(Request.of("soak").minutes()).isEqualTo(30);
    assertThat(Request.of("full", "--done", "5000").done()).isEqualTo(5_000);
    assertThat(Request.of("quick").what()).isEqualTo(Request.What.QUICK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "fast", "quick --minutes 3", "soak --minutes", "soak --minutes 0", "full x 3"})
  void anything_else_is_refused_with_the_usage(String words) {
    assertThatThrownBy(() -> Request.of(words.split(" ")))
        .hasMessageContaining("found '" + words + "'")
        .hasMessageContaining("usage: ./bench quick");
  }
}
