package io.queuejob.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.JobRow;
import io.queuejob.web.testkit.Rows;
import org.junit.jupiter.api.Test;

class JobLineTest {
  @Test
  void title_is_the_first_line_of_the_description_or_the_function() {
    assertThat(line("Mail\nsecond", null).title()).isEqualTo("Mail");
    assertThat(line(null, null).title()).isEqualTo("Invoices.print");
    assertThat(line("  ", null).title()).isEqualTo("Invoices.print");
  }

  @Test
  void function_is_shown_without_its_package() {
    assertThat(shortened("com.acme.shop.Mails.send(String,java.util.List)"))
        .isEqualTo("Mails.send(String,java.util.List)");
    assertThat(shortened("Mails.send(long)")).isEqualTo("Mails.send(long)");
    assertThat(shortened("mails.send")).isEqualTo("mails.send");
  }

  @Test
  void error_is_one_line_and_visible() {
    assertThat(line("x", "no\u001B way\nat…").error()).isEqualTo("no␛ way");
    assertThat(line("x", null).error()).isNull();
  }

  @Test
  void attempts_without_limit_say_so() {
    JobRow row = Rows.row(1, "pending");
    assertThat(new JobLine(row).attempts()).isEqualTo("2 / 5");
    JobRow endless =
        new JobRow(
            row.id(),
            row.uuid(),
            "a",
            "f",
            "c",
            "pending",
            1,
            Rows.CREATED,
            null,
            null,
            3,
            0,
            "d",
            null,
            Rows.CREATED,
            null);
    assertThat(new JobLine(endless).attempts()).isEqualTo("3 / ∞");
    assertThat(new JobLine(endless).eta()).isEqualTo(Rows.CREATED);
  }

  @Test
  void eta_of_a_job_that_no_longer_waits_is_not_shown() {
    assertThat(new JobLine(Rows.row(1, "failed")).eta()).isNull();
  }

  @Test
  void node_has_claimed_and_running_jobs() {
    assertThat(new JobLine(Rows.row(1, "enqueued")).held()).isTrue();
    assertThat(new JobLine(Rows.row(1, "started")).held()).isTrue();
    assertThat(new JobLine(Rows.row(1, "pending")).held()).isFalse();
  }

  private static String shortened(String function) {
    JobRow row = Rows.row(1, "pending");
    return new JobLine(
            new JobRow(
                1,
                row.uuid(),
                "a",
                function,
                "c",
                "pending",
                1,
                null,
                null,
                null,
                0,
                0,
                "d",
                null,
                Rows.CREATED,
                null))
        .shortFunction();
  }

  private static JobLine line(String description, String error) {
    return new JobLine(Rows.row(1, "failed", description, error));
  }
}
