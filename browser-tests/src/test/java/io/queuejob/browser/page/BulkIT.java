package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Stage;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many jobs changed at once, from the overview on, by a person. */
class BulkIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String COUNT = "SELECT count(*) FROM queue_job.job WHERE ";

  private final Stage stage = Stage.get();
  private Tab tab;
  private int clicks;

  @BeforeEach
  void open() {
    stage.rows().clear();
    tab = stage.tab(Account.OPERATOR);
  }

  @AfterEach
  void close() {
    assertThat(tab.watch().complaints()).isEmpty();
    tab.close();
    stage.rows().clear();
  }

  /** Copies of one failed job: 3,000, 6,000 and 1,000 with three kinds of errors. */
  private void tenThousandFailed() {
    UUID first = stage.rows().add(JobData.in("failed").channel("root.mail"));
    stage
        .rows()
        .run(
            """
            INSERT INTO queue_job.job (function_id, channel, state, waits, failed, changed, origin,
              description, error_class, error_message)
            SELECT j.function_id, j.channel, 'failed', false, true, now(), 'engine', 'Order ' || n,
              'shop.Refused', CASE WHEN n <= 3000 THEN 'no stock for order ' || n
                WHEN n <= 9000 THEN 'timeout after ' || n || ' ms' ELSE 'closed' END
            FROM generate_series(1, 10000) n, queue_job.job j WHERE j.uuid = ?
            """,
            first);
    stage.rows().run("DELETE FROM queue_job.job WHERE uuid = ?", first);
    // nothing starts: the console runs no jobs, and no other node lives
  }

  private void follow(String selector) {
    clicks++;
    tab.leave(() -> tab.click(selector));
  }

  @Test
  void from_the_overview_to_the_3000_of_one_error_in_five_clicks() {
    tenThousandFailed();
    tab.goTo(stage.url("queue-job/overview.xhtml"));
    String need = "[...document.querySelectorAll('.qj-need')].findIndex(e => /no stock/.test(e.innerText))";
    tab.await(need + " >= 0");
    follow("[data-key=need-%s]".formatted(tab.text(need)));
    String filter = tab.text("document.querySelector('.qj-search input').value");
    assertThat(filter).contains("fingerprint:");
    clicks++;
    tab.click("[data-key=bulk-menu-head]");
    follow("[data-key=bulk-menu] button[value=requeue]");
    assertThat(tab.text("document.querySelector('.qj-sentence').innerText")).contains("3,000");
    tab.screenshot(Stage.screenshot("bulk-prepared"));
    clicks++;
    tab.click("[id='bulk:confirm']");
    tab.await(LONG, "document.querySelector('.qj-b-done') !== null");
    assertThat(clicks).isLessThanOrEqualTo(5);
    assertThat(tab.text("document.querySelector('.qj-facts code').innerText")).contains(filter);
    tab.screenshot(Stage.screenshot("bulk-done"));
    assertThat(stage.rows().value(COUNT + "failed AND error_message LIKE 'no stock%'"))
        .isEqualTo(0L);
    assertThat(stage.rows().value(COUNT + "waits AND description LIKE 'Order %'"))
        .isEqualTo(3_000L);
    assertThat(stage.rows().value(COUNT + "failed")).isEqualTo(7_000L);
  }

  @Test
  void a_jobs_page_leads_to_the_change_of_its_priority() {
    UUID job = stage.rows().add(JobData.in("pending").description("late letter"));
    tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + job));
    tab.screenshot(Stage.screenshot("job-pending"));
    follow(".qj-change[href*='action=priority']");
    tab.click("[id='bulk:value']");
    tab.type("3");
    tab.click("[id='bulk:confirm']");
    tab.await(LONG, "document.querySelector('.qj-b-done') !== null");
    assertThat(stage.rows().value("SELECT priority FROM queue_job.job WHERE uuid = ?", job))
        .isEqualTo(3);
  }
}
