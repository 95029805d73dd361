package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.Axe;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One job: its commands, and what is asked before they are carried out. */
class JobPageIT {
  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();
  private Tab tab;

  @BeforeEach
  void begin() {
    rows.clear();
    tab = stage.tab(Account.OPERATOR);
  }

  @AfterEach
  void close() {
    tab.close();
  }

  private UUID show(String state) {
    UUID job = rows.add(JobData.in(state).description("bill of " + state));
    tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + job));
    return job;
  }

  private void awaitBadge(String state) {
    tab.await("document.querySelector('.qj-title .qj-is-%s')".formatted(state));
  }

  @Test
  void a_failed_job_is_requeued_with_one_click() {
    UUID job = show("failed");
    tab.click("#job\\:requeue");
    awaitBadge("pending");
    assertThat(rows.state(job)).isEqualTo("pending");
    assertThat(tab.holds("document.querySelector('.ui-messages')?.innerText.trim()")).isTrue();
    assertThat(rows.value("SELECT actor FROM queue_job.audit ORDER BY id DESC LIMIT 1"))
        .isEqualTo(Account.OPERATOR.user());
    assertThat(tab.watch().complaints()).isEmpty();
  }

  @Test
  void cancel_asks_first() {
    UUID job = show("pending");
    tab.click("#job\\:cancel");
    tab.await(
        "document.querySelector('.ui-confirm-dialog')?.innerText.includes('bill of pending')");
    assertThat(Axe.grave(tab)).isEmpty();
    tab.screenshot(Stage.screenshot("job-cancel-dialog"));
    tab.click(".ui-confirmdialog-no");
    assertThat(rows.state(job)).isEqualTo("pending");
    tab.click("#job\\:cancel");
    tab.click(".ui-confirmdialog-yes");
    awaitBadge("cancelled");
    assertThat(rows.state(job)).isEqualTo("cancelled");
    assertThat(tab.watch().complaints()).isEmpty();
  }

  @Test
  void an_unknown_job_is_told_so() {
    tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + UUID.randomUUID()));
    assertThat(tab.text("performance.getEntriesByType('navigation')[0].responseStatus"))
        .isEqualTo("404");
    assertThat(tab.holds("document.querySelector('.qj-empty').innerText.trim()")).isTrue();
    assertThat(Axe.grave(tab)).isEmpty();
  }
}
