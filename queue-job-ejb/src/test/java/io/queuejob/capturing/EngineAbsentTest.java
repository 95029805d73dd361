package io.queuejob.capturing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import org.junit.jupiter.api.Test;

class EngineAbsentTest {

  @Test
  void a_call_without_a_started_engine_says_so_and_runs_nothing() {
    try (Shop shop = Shop.withoutEngine()) {
      assertThatThrownBy(() -> shop.bean(Thumbnails.class).generate(7, "small"))
          .isInstanceOf(CaptureException.class)
          .hasMessageStartingWith("QJ1000 ")
          .hasMessageContaining("expected a started engine, found none")
          .hasMessageContaining("server's log");
      assertThat(Shop.RAN).isEmpty();
    }
  }
}
