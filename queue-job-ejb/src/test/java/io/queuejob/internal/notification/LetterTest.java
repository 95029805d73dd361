package io.queuejob.internal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.config.NoticeSettings;
import io.queuejob.internal.config.SettingsReader;
import io.queuejob.internal.storage.notice.DueNotice;
import io.queuejob.internal.storage.notice.FailedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is said, and to whom. */
class LetterTest {
  private static final UUID JOB = new UUID(1, 2);

  private static DueNotice notice(String errorClass, String error, long jobs) {
    FailedGroup group =
        new FailedGroup(
            "abc",
            "root.mail",
            "shop.Mails.send(long)",
            errorClass,
            error,
            JOB,
            jobs,
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(5));
    return new DueNotice(1, new UUID(3, 4), "x", group, 40, 1, Instant.EPOCH.plusSeconds(9));
  }

  @Test
  void a_letter_says_how_many_of_what_failed_where_and_leads_to_the_newest() {
    Letter letter =
        Letter.of(
            notice("java.io.IOException", "no route", 12), Optional.of("https://ops/queue-job/"));
    assertThat(letter.subject())
        .isEqualTo("[Queue Job] 12 jobs failed in root.mail: IOException (shop.Mails.send(long))");
    assertThat(letter.text())
        .contains("12 jobs failed alike.", "no route", "40 so far")
        .contains("https://ops/queue-job/job.xhtml?uuid=" + JOB);
    assertThat(letter.json())
        .contains("\"event\":\"jobs.failed\"", "\"jobs\":12", "\"error\":\"no route\"");
    assertThat(letter.seconds()).isEqualTo(9);
  }

  @Test
  void nothing_of_a_job_can_end_a_header_and_long_errors_are_cut() {
    Letter letter = Letter.of(notice("a.B\r\nBcc: x@y", "x".repeat(5_000), 1), Optional.empty());
    assertThat(letter.subject())
        .startsWith("[Queue Job] 1 job failed in")
        .doesNotContain("\n", "\r");
    assertThat(letter.text().length()).isLessThan(1_500);
    assertThat(letter.json()).contains("\"link\":null");
  }

  private static NoticeSettings settings(Map<String, String> keys) {
    return SettingsReader.read(keys::get, "shop", "node").around().notices();
  }

  @Test
  void who_is_named_most_exactly_is_told() {
    Recipients recipients =
        new Recipients(
            settings(
                Map.of(
                    "queue-job.notify", "mailto:ops@x.y https://hook/a",
                    "queue-job.notify.channel.root.mail", "mailto:mail@x.y",
                    "queue-job.notify.channel.root.quiet", "none",
                    "queue-job.notify.channel.root.bad", "ops",
                    "queue-job.notify.function.Mails.send", "mailto:fn@x.y")));
    assertThat(recipients.of("shop.Other.run()", "root.a"))
        .containsExactly("mailto:ops@x.y", "https://hook/a");
    assertThat(recipients.of("shop.Other.run()", "root.mail.big"))
        .containsExactly("mailto:mail@x.y");
    assertThat(recipients.of("shop.Other.run()", "root.quiet")).isEmpty();
    assertThat(recipients.of("shop.Other.run()", "root.bad")).hasSize(2);
    assertThat(recipients.of("shop.Mails.send(long)", "root.mail"))
        .containsExactly("mailto:fn@x.y");
  }

  @Test
  void nobody_is_told_unless_somebody_is_named() {
    assertThat(settings(Map.of()).isOn()).isFalse();
    assertThat(settings(Map.of("queue-job.notify", "none")).isOn()).isTrue();
    assertThat(NoticeSettings.problem("ops@example.com"))
        .startsWith("expected mailto:NAME@HOST")
        .endsWith("found 'ops@example.com'");
  }

  @Test
  void pauses_grow_up_to_an_hour() {
    assertThat(NoticeTurn.pause(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(NoticeTurn.pause(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(NoticeTurn.pause(99)).isEqualTo(Duration.ofHours(1));
  }
}
