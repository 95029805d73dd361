package io.queuejob.chaos.sabotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BreakTest {

  @Test
  void other_statements_stay_as_they_are() {
    String sql = "SELECT 1 WHERE id = ? AND token = ? AND state = 'enqueued'";
    assertThat(Break.COMPLETION_WITHOUT_TOKEN.broken(sql)).isEqualTo(sql);
  }

  @Test
  void the_one_that_is_meant_keeps_its_parameters() {
    String sql =
        "UPDATE queue_job.job SET state = 'done', token = NULL WHERE id = ? AND token = ? AND state"
            + " = 'enqueued'";
    assertThat(Break.COMPLETION_WITHOUT_TOKEN.broken(sql))
        .endsWith("WHERE id = ? AND (token = ? OR true)");
  }

  @Test
  void a_statement_that_lost_the_text_is_an_error_not_a_silent_pass() {
    String sql = "UPDATE queue_job.channel SET held = held - 1 WHERE id = ?";
    assertThatThrownBy(() -> Break.SLOT_FREED_TWICE.broken(sql))
        .hasMessageContaining("found it 0 times");
  }
}
