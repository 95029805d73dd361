package io.queuejob.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.JobAttempt;
import io.queuejob.web.testkit.Rows;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void newest_comes_first_and_the_call_last() {
    assertThat(kinds("failed", Rows.attempt(1, "retry"), Rows.attempt(2, "failed")))
        .containsExactly("failed", "retry", "created");
  }

  @Test
  void running_job_has_a_point_that_goes_on() {
    HistoryEntry now = History.of(Rows.detail(Rows.row(1, "started"))).get(0);
    assertThat(now.kind()).isEqualTo("running");
    assertThat(now.length()).isNull();
    assertThat(now.at()).isEqualTo(now.started());
  }

  @Test
  void done_job_tells_its_good_run() {
    HistoryEntry run = History.of(Rows.detail(Rows.row(1, "done"))).get(0);
    assertThat(run.kind()).isEqualTo("done");
    assertThat(run.length()).isEqualTo("2.0 s");
  }

  @Test
  void job_that_a_person_declared_done_did_not_run_well() {
    assertThat(kinds("done", Rows.attempt(1, "failed"), Rows.attempt(1, "set done")))
        .containsExactly("set_done", "failed", "created");
  }

  @Test
  void attempts_have_numbers_and_the_call_has_its_caller() {
    List<HistoryEntry> history =
        History.of(
            Rows.detail(
                Rows.row(1, "pending"), Rows.attempt(3, "recovered"), Rows.attempt(0, "requeued")));
    assertThat(history.get(0).byPerson()).isFalse();
    assertThat(history.get(2).byPerson()).isTrue();
    assertThat(history.get(0).number()).isNull();
    assertThat(history.get(1).number()).isEqualTo(3);
    assertThat(history.get(1).length()).isEqualTo("250 ms");
    assertThat(history.get(2).failure().message()).isEqualTo("ann");
  }

  @Test
  void outcome_of_a_later_version_is_shown_as_a_change() {
    assertThat(kinds("pending", Rows.attempt(1, "teleported"))).containsExactly("other", "created");
  }

  @Test
  void spans_are_short() {
    assertThat(Span.of(Duration.ofMillis(999))).isEqualTo("999 ms");
    assertThat(Span.of(Duration.ofMillis(59_940))).isEqualTo("59.9 s");
    assertThat(Span.of(Duration.ofSeconds(61))).isEqualTo("1 min 1 s");
    assertThat(Span.of(Duration.ofMinutes(120))).isEqualTo("2 h");
    assertThat(Span.of(Duration.ofHours(49))).isEqualTo("2 d 1 h");
    assertThat(Span.of(Duration.ofSeconds(-1))).isEqualTo("0 ms");
  }

  private static List<String> kinds(String state, JobAttempt... attempts) {
    return History.of(Rows.detail(Rows.row(1, state), attempts)).stream()
        .map(HistoryEntry::kind)
        .toList();
  }
}
