package io.queuejob.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.queuejob.admin.JobFilter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListQueryTest {
  @Test
  void nothing_asked_means_a_hundred_of_all_states() {
    JobFilter filter = ListQuery.of(Map.of());
    assertThat(filter).isEqualTo(new JobFilter(java.util.Set.of(), null, null, null, 100));
  }

  @Test
  void states_are_repeated_or_separated_by_commas() {
    assertThat(ListQuery.of(Map.of("state", List.of("failed, done", "started"))).states())
        .containsExactlyInAnyOrder("failed", "done", "started");
  }

  @Test
  void unknown_state_is_refused_with_the_words_allowed() {
    Problem problem = refused("state", "running");
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.id()).isEqualTo("QJ7101");
    assertThat(problem.detail()).contains("'running'");
    assertThat(problem.allowed())
        .containsExactly(
            "wait_dependencies", "pending", "enqueued", "started", "failed", "done", "cancelled");
    assertThat(refused("state", "").id()).isEqualTo("QJ7101");
    assertThat(refused("state", "failed,").id()).isEqualTo("QJ7101");
  }

  @Test
  void limit_is_one_to_a_thousand() {
    assertThat(ListQuery.of(Map.of("limit", List.of("1"))).limit()).isEqualTo(1);
    assertThat(ListQuery.of(Map.of("limit", List.of("1000"))).limit()).isEqualTo(1000);
    for (String wrong : List.of("0", "1001", "-1", "x", "", "99999999999")) {
      assertThat(refused("limit", wrong).id()).as(wrong).isEqualTo("QJ7102");
    }
  }

  @Test
  void page_begins_after_an_id() {
    assertThat(ListQuery.of(Map.of("after", List.of("12"))).after()).isEqualTo(12L);
    assertThat(refused("after", "12x").id()).isEqualTo("QJ7103");
  }

  private static Problem refused(String name, String value) {
    return catchThrowableOfType(
            ProblemException.class, () -> ListQuery.of(Map.of(name, List.of(value))))
        .problem();
  }
}
