package io.queuejob.web.rest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.api.error.ConfigurationException;
import org.junit.jupiter.api.Test;

class DeskRestTest {

  @Test
  void a_body_is_an_object_of_plain_values() {
    assertThat(Body.of("{\"capacity\": 4, \"paused\": true, \"rate\": null, \"path\": \"a\"}"))
        .containsEntry("capacity", "4")
        .containsEntry("paused", "true")
        .containsEntry("rate", null)
        .containsEntry("path", "a");
    assertThatThrownBy(() -> Body.of("[1]")).hasMessageContaining("QJ7150");
    assertThatThrownBy(() -> Body.of("{")).hasMessageContaining("QJ7150");
    assertThatThrownBy(() -> Body.of("{\"a\": []}")).hasMessageContaining("QJ7151");
  }

  @Test
  void refusals_keep_the_id_of_the_engine() {
    assertThat(Answers.of(() -> new CommandResult(Verdict.DONE, null, "so")).getString("verdict"))
        .isEqualTo("done");
    assertThatThrownBy(
            () -> Answers.of(() -> new CommandResult(Verdict.REFUSED, null, "QJ7076 stale")))
        .hasMessageContaining("QJ7076");
    assertThatThrownBy(
            () ->
                Answers.of(
                    () -> {
                      throw new ConfigurationException("QJ2002", "no number");
                    }))
        .isInstanceOf(io.queuejob.web.rest.ProblemException.class)
        .hasMessageContaining("QJ2002");
  }
}
