package io.queuejob.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.chaos.journal.Journal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void a_recovery_within_the_promise_is_none_to_tell() {
    Figures figures = figures(List.of(3_900L, 5_000L));
    assertThat(figures.failed()).isFalse();
    assertThat(figures.findings()).isEmpty();
  }

  @Test
  void a_later_one_fails_the_run_and_is_told() {
    Figures figures = figures(List.of(3_900L, 5_001L));
    assertThat(figures.failed()).isTrue();
    assertThat(figures.findings()).contains("RECOVERY: 1", "[5001]");
  }

  @Test
  void a_run_that_killed_and_saw_no_recovery_fails() {
    Journal journal = new Journal(new PrintWriter(new StringWriter()));
    for (int i = 0; i < 10; i++) {
      journal.act("kill", "node");
    }
    assertThat(Figures.of(journal, List.of(), Options.of(), 1).failed()).isTrue();
  }

  private static Figures figures(List<Long> recoveries) {
    Journal journal = new Journal(new PrintWriter(new StringWriter()));
    return Figures.of(journal, recoveries, Options.of(), 1);
  }
}
