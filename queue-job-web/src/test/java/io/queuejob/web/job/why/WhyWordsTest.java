package io.queuejob.web.job.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.job.WaitReason;
import io.queuejob.admin.job.WaitReason.Code;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhyWordsTest {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final UUID JOB = new UUID(0x4000, 7);

  private final WhyWords words =
      new WhyWords(ResourceBundle.getBundle("io.queuejob.web.texts", Locale.ROOT));

  private WhyLine line(Code code, Object... values) {
    return words.lines(List.of(WaitReason.of(code, values))).get(0);
  }

  @Test
  void a_reason_reads_as_a_sentence() {
    assertThat(line(Code.CAPACITY, "root.mail", 4L, 4L, "a#1 (3), b#2 (1)").text())
        .isEqualTo("Capacity of root.mail: 4/4, held by a#1 (3), b#2 (1).");
    assertThat(line(Code.PAUSED, "root.mail", "ann", TEN).text())
        .isEqualTo("Channel root.mail is paused by ann since 2026-03-01T10:00:00Z.");
    assertThat(line(Code.RATE, "root", 10L, 60_000L, TEN).text())
        .isEqualTo(
            "Channel root starts at most 10 jobs in 1 min: next start at 2026-03-01T10:00:00Z.");
  }

  @Test
  void a_job_is_a_link_that_reads_as_its_name() {
    WhyLine line = line(Code.BEHIND, "root.mail", JOB, "Mail of order 7", "failed");
    assertThat(line.text())
        .isEqualTo("Sequential channel root.mail: behind Mail of order 7, which is Failed.");
    assertThat(line.parts()).anyMatch(part -> JOB.equals(part.job()));
    assertThat(line(Code.OPEN_PARENT, JOB, "", "pending").text()).startsWith(JOB.toString());
  }

  @Test
  void a_time_keeps_how_it_is_to_be_shown() {
    assertThat(line(Code.ETA, TEN).parts().stream().map(Part::look))
        .containsExactly(null, "full", null, "ago", null);
  }

  @Test
  void what_a_job_brings_is_a_name_and_never_a_place() {
    WhyLine line = line(Code.RETRY_AT, TEN, 2L, "{0}<b>\u202e\nsecond");
    assertThat(line.text()).endsWith("{0}<b>\ufffd");
    assertThat(line.parts().get(line.parts().size() - 1).named()).isTrue();
  }

  @Test
  void every_reason_has_words_for_all_its_values() {
    for (Code code : Code.values()) {
      assertThat(line(code, values(code)).text()).as("%s", code).doesNotContain("{");
    }
  }

  private static Object[] values(Code code) {
    return switch (code) {
      case OPEN_PARENT, STOPPED_PARENT -> new Object[] {JOB, "n", "failed"};
      case BEHIND -> new Object[] {"root", JOB, "n", "failed"};
      case RATE -> new Object[] {"root", 1L, 1L, TEN};
      default -> new Object[] {TEN, TEN, TEN, TEN};
    };
  }
}
