package io.queuejob.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.chaos.run.ChaosRun;
import io.queuejob.chaos.run.Figures;
import io.queuejob.chaos.run.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Short runs: a whole engine has five zeros, a broken one is noticed by the counter that is due.
 */
class ChaosIT {
  private static final long FIVE_SECONDS = 5_000;

  @Test
  void nothing_is_lost_doubled_stuck_or_too_much_whatever_happens() throws Exception {
    Figures figures = run("--seconds", "15", "--nodes", "2", "--jobs", "400", "--seed", "20261");

    assertThat(figures.findings())
        .as(figures.line())
        .doesNotContain("LOST: ", "TWICE: ", "OVER_CAPACITY: ", "OUT_OF_ORDER: ", "STUCK: ");
    assertThat(figures.jobs()).isPositive();
    assertThat(figures.worstMillis()).as(figures.line()).isLessThanOrEqualTo(FIVE_SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "completion-without-token, TWICE",
    "slot-freed-twice, OVER_CAPACITY",
    "recovery-by-age, OVER_CAPACITY"
  })
  void a_broken_engine_is_noticed(String how, String counter) throws Exception {
    Figures figures =
        run("--seconds", "60", "--nodes", "2", "--jobs", "3000", "--seed", "7", "--break", how);

    assertThat(figures.failed()).as(figures.line()).isTrue();
    assertThat(figures.findings()).as(figures.line()).contains(counter + ": ");
  }

  private static Figures run(String... words) throws Exception {
    return new ChaosRun(Options.of(words), Path.of("").toAbsolutePath(), System.err).run();
  }
}
