package io.queuejob.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobState;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateWordTest {
  @Test
  void words_are_those_of_the_engine() {
    assertThat(Stream.of(StateWord.values()).map(StateWord::word))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(JobState.values()).map(JobState::word).toList());
  }

  @Test
  void open_states_are_all_but_done_and_cancelled() {
    assertThat(StateWord.open())
        .hasSize(5)
        .doesNotContain(StateWord.DONE, StateWord.CANCELLED)
        .contains(StateWord.FAILED);
  }

  @Test
  void word_is_read_back_and_another_is_none() {
    assertThat(StateWord.of("wait_dependencies")).contains(StateWord.WAIT_DEPENDENCIES);
    assertThat(StateWord.of("FAILED")).isEmpty();
    assertThat(StateWord.of(null)).isEmpty();
  }

  @Test
  void job_rests_only_where_a_person_must_act() {
    assertThat(Stream.of(StateWord.values()).filter(StateWord::isResting))
        .containsExactly(StateWord.FAILED, StateWord.DONE, StateWord.CANCELLED);
  }
}
