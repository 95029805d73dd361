package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Key;
import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Rows;
import io.queuejob.browser.stage.Stage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A person without a mouse. */
class KeyboardIT {
  private static final int MOST_STEPS = 80;
  private static final String FOCUS_IS_SEEN =
      "(() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();"
          + " return b.width > 0 && b.height > 0 && (s.outlineStyle !== 'none' || s.boxShadow !== 'none'); })()";

  private final Stage stage = Stage.get();
  private final Rows rows = stage.rows();

  /** Tabs on until an element has the focus; each one on the way must show that it has it. */
  private static void tabTo(Tab tab, String selector) {
    for (int step = 0; step < MOST_STEPS; step++) {
      tab.press(Key.TAB);
      assertThat(tab.holds(FOCUS_IS_SEEN))
          .as("focus is visible on %s", tab.text("document.activeElement.outerHTML"))
          .isTrue();
      if (tab.holds("document.activeElement.matches(" + Tab.quoted(selector) + ")")) {
        return;
      }
    }
    throw new AssertionError("no focus on " + selector + " after " + MOST_STEPS + " steps");
  }

  @Test
  void a_failed_job_is_found_and_requeued() {
    rows.clear();
    rows.add(JobData.in("done").description("other"));
    UUID job = rows.add(JobData.in("failed").description("bill"));
    try (Tab tab = stage.tab(Account.OPERATOR)) {
      tab.goTo(stage.url("queue-job/jobs.xhtml"));
      tabTo(tab, ".qj-skip");
      tabTo(tab, "[data-key=chip-failed]");
      tab.leave(() -> tab.press(Key.ENTER));
      tabTo(tab, ".qj-line");
      tab.leave(() -> tab.press(Key.ENTER));
      tabTo(tab, "#job\\:requeue");
      tab.press(Key.ENTER);
      tab.await("document.querySelector('.qj-title .qj-is-pending')");
      assertThat(rows.state(job)).isEqualTo("pending");
    }
  }

  @Test
  void a_dialog_takes_the_focus_and_leaves_by_escape() {
    rows.clear();
    UUID job = rows.add(JobData.in("failed").description("bill"));
    try (Tab tab = stage.tab(Account.OPERATOR)) {
      tab.goTo(stage.url("queue-job/job.xhtml?uuid=" + job));
      tabTo(tab, "#job\\:cancel");
      tab.press(Key.ENTER);
      tab.await("document.activeElement.closest('.ui-confirm-dialog')");
      tab.press(Key.ESCAPE);
      tab.await("document.querySelector('.ui-confirm-dialog').offsetParent === null");
      assertThat(rows.state(job)).isEqualTo("failed");
    }
  }

  @Test
  void the_skip_link_leads_past_the_head() {
    try (Tab tab = stage.tab(Account.VIEWER)) {
      tab.goTo(stage.url("queue-job/jobs.xhtml"));
      tabTo(tab, ".qj-skip");
      tab.press(Key.ENTER);
      tab.await("document.activeElement.id === 'main'");
    }
  }
}
