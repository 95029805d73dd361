package io.queuejob.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobState;
import io.queuejob.internal.job.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The life of a job, as documented, is the one of the code. */
class LifecycleDocTest {
  private static final String PAGE = "docs/lifecycle.md";

  @Test
  void the_states_are_those_of_the_code_in_order() {
    List<String> documented =
        MarkdownTable.rows(PAGE, "state").stream()
            .map(row -> MarkdownTable.plain(row.get(0)) + " " + row.get(1))
            .toList();
    List<String> coded =
        Arrays.stream(JobState.values())
            .map(state -> state.word() + (state == JobState.STARTED ? " no" : " yes"))
            .toList();
    assertThat(documented).isEqualTo(coded);
  }

  @Test
  void the_transitions_are_those_of_the_code() {
    List<String> documented =
        MarkdownTable.rows(PAGE, "transition").stream()
            .map(row -> row.get(0) + ": " + row.get(1) + " -> " + row.get(2))
            .toList();
    List<String> coded = Arrays.stream(Transition.values()).map(LifecycleDocTest::line).toList();
    assertThat(documented).isEqualTo(coded);
  }

  private static String line(Transition transition) {
    return transition
        + ": "
        + transition.from().stream().map(JobState::word).collect(Collectors.joining(", "))
        + " -> "
        + transition.to().word();
  }
}
