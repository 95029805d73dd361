package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others change shows within two seconds, without a reload. */
class LiveIT {
  private static final long LIMIT_MILLIS = 2000;

  /** Resolves with the time at which an expression became true. */
  private static final String SEEN =
      """
      window.queueJobSeen = new Promise(resolve => {
        const look = () => { if (%s) { resolve(Date.now()); return true; } return false; };
        if (!look()) {
          const observer = new MutationObserver(() => { if (look()) { observer.disconnect(); } });
          observer.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
        }
        setTimeout(() => resolve(-1), 15000);
      }); window.queueJobLoaded = true
      """;

  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();

  @BeforeEach
  void clear() {
    rows.clear();
  }

  private static void assertSeen(Tab tab, String condition, Runnable change) {
    tab.evaluate(SEEN.formatted(condition));
    change.run();
    long changed = System.currentTimeMillis();
    double seen = Double.parseDouble(tab.text("queueJobSeen"));
    assertThat(seen).as("seen at all: %s", condition).isPositive();
    assertThat(seen - changed).as("milliseconds until " + condition).isLessThan(LIMIT_MILLIS);
    assertThat(tab.holds("window.queueJobLoaded")).as("without a reload").isTrue();
  }

  @Test
  void the_list_shows_new_and_changed_jobs() {
    try (Tab tab = stage.tab(Account.VIEWER)) {
      tab.goTo(stage.url("queue-job/jobs.xhtml"));
      assertSeen(
          tab,
          "document.getElementById('list').textContent.includes('fresh one')",
          () -> rows.add(JobData.in("pending").description("fresh one")));
      assertSeen(
          tab,
          "document.querySelector('.qj-table .qj-is-failed')",
          () -> rows.run("UPDATE queue_job.job SET state='failed', waits=false, failed=true"));
    }
  }

  @Test
  void a_job_shows_its_new_state() {
    UUID job = rows.add(JobData.in("pending").description("bill"));
    try (Tab tab = stage.tab(Account.VIEWER)) {
      tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + job));
      assertSeen(
          tab,
          "document.querySelector('.qj-title .qj-is-failed')",
          () ->
              rows.run(
                  "UPDATE queue_job.job SET state='failed', waits=false, failed=true,"
                      + " error_class='java.io.IOException', error_message='no paper'"));
      assertThat(tab.holds("document.body.innerText.includes('no paper')")).isTrue();
    }
  }
}
