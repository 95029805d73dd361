package io.queuejob.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.browser.devtools.Tab;
import io.queuejob.browser.stage.Account;
import io.queuejob.browser.stage.JobData;
import io.queuejob.browser.stage.Stage;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of jobs: what it shows, and that its address says all of it. */
class JobListIT {
  private static final int FAILED = 12;
  private static final int PENDING = 118;
  private static Stage stage;
  private Tab tab;

  @BeforeAll
  static void write() {
    stage = Stage.get();
    stage.rows().clear();
    for (int i = 0; i < FAILED + PENDING; i++) {
      stage
          .rows()
          .add(
              JobData.in(i < FAILED ? "failed" : "pending")
                  .channel(i % 4 == 0 ? "root.mail.bulk" : "root.erp")
                  .description("letter " + i));
    }
  }

  @BeforeEach
  void open() {
    tab = stage.tab(Account.OPERATOR);
    tab.goTo(stage.url("queue-job/jobs.xhtml"));
  }

  @AfterEach
  void close() {
    assertThat(tab.watch().complaints()).isEmpty();
    tab.close();
  }

  private List<String> titles() {
    return tab.evaluate("[...document.querySelectorAll('.qj-line')].map(e => e.innerText)")
        .asJsonArray()
        .getValuesAs(JsonString::getString);
  }

  private void awaitRows(int count) {
    tab.await("document.querySelectorAll('.qj-line').length === " + count);
  }

  private void follow(String key) {
    tab.leave(() -> tab.click("[data-key='%s']".formatted(key)));
  }

  @Test
  void pages_hold_each_job_once() {
    List<String> seen = new ArrayList<>(titles());
    follow("older");
    seen.addAll(titles());
    follow("older");
    seen.addAll(titles());
    assertThat(seen).hasSize(FAILED + PENDING).doesNotHaveDuplicates();
    follow("newer");
    follow("newest");
    assertThat(titles()).isEqualTo(seen.subList(0, 50));
  }

  @Test
  void a_state_is_chosen_by_its_chip() {
    follow("chip-failed");
    assertThat(titles()).hasSize(FAILED);
    assertThat(tab.text("document.querySelector('[data-key=chip-failed] .qj-count').innerText"))
        .isEqualTo(String.valueOf(FAILED));
    assertThat(tab.text("location.search")).contains("state=failed");
  }

  @Test
  void a_search_narrows_the_list_while_typing() {
    tab.click(".qj-search input");
    tab.type("\"letter 7\"");
    awaitRows(11);
    assertThat(titles()).contains("letter 7", "letter 70", "letter 79").doesNotContain("letter 17");
    tab.await("location.search.includes('letter')");
  }

  @Test
  void back_reload_and_a_shared_address_keep_the_filter() {
    follow("chip-failed");
    tab.leave(() -> tab.click("[data-key^='channel-']"));
    List<String> shown = titles();
    String address = tab.text("location.href");
    assertThat(shown).isNotEmpty().hasSizeLessThan(FAILED);
    assertThat(address).contains("state=failed").contains("channel=root.");
    tab.reload();
    assertThat(titles()).isEqualTo(shown);
    tab.leave(() -> tab.click(".qj-line"));
    assertThat(tab.text("location.pathname")).endsWith("/job.xhtml");
    tab.back();
    assertThat(tab.text("location.href")).isEqualTo(address);
    assertThat(titles()).isEqualTo(shown);
    try (Tab colleague = stage.tab(Account.VIEWER)) {
      colleague.goTo(address);
      assertThat(colleague.text("document.querySelectorAll('.qj-line').length"))
          .isEqualTo(String.valueOf(shown.size()));
    }
  }

  @Test
  void the_way_back_from_a_job_leads_to_the_same_list() {
    follow("chip-failed");
    String address = tab.text("location.href");
    tab.leave(() -> tab.click(".qj-line"));
    tab.leave(() -> tab.click(".qj-back"));
    assertThat(tab.text("location.href")).isEqualTo(address);
  }

  @Test
  void a_saved_view_is_removed_whatever_came_before_it_since_the_page_was_made() {
    stage.rows().run("DELETE FROM queue_job.saved_view");
    tab.click("[id='list:name']");
    tab.type("mine");
    tab.click("[id='list:save']");
    tab.await("document.querySelectorAll('.qj-views .qj-x').length === 1");
    stage
        .rows()
        .run(
            "INSERT INTO queue_job.saved_view (owner, name, address, created_by)"
                + " SELECT owner, 'another', address, created_by FROM queue_job.saved_view");
    tab.click(".qj-views .qj-x");
    tab.await("document.querySelector('.qj-views li').innerText.includes('another')");
    assertThat(stage.rows().value("SELECT string_agg(name, ' ') FROM queue_job.saved_view"))
        .isEqualTo("another");
  }
}
