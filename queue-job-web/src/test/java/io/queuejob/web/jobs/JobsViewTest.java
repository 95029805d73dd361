package io.queuejob.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.search.FilterException;
import io.queuejob.admin.search.JobGroup;
import io.queuejob.admin.search.JobGroups;
import io.queuejob.admin.search.SearchPage;
import io.queuejob.web.StateWord;
import io.queuejob.web.testkit.RememberingAdmin;
import io.queuejob.web.testkit.RememberingSearch;
import io.queuejob.web.testkit.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobsViewTest {
  private final RememberingSearch search = new RememberingSearch();
  private final JobsView view = new JobsView(search, new RememberingAdmin());

  @Test
  void page_asks_the_engine_for_what_its_address_says() {
    view.open(Map.of("state", new String[] {"failed"}, "channel", new String[] {"root.mail"}));
    assertThat(search.lines).containsExactly("state:failed channel:root.mail");
  }

  @Test
  void older_page_begins_after_the_last_row() {
    search.page = new SearchPage(List.of(Rows.row(9, "failed"), Rows.row(7, "failed")), 7L, false);
    view.open(Map.of());
    assertThat(view.isOlderThere()).isTrue();
    assertThat(view.getOlderAddress()).isEqualTo("?after=7");
    assertThat(view.isFirstPage()).isTrue();
  }

  @Test
  void chips_tell_counts_and_where_they_lead() {
    view.open(Map.of("state", new String[] {"failed"}));
    StateChip failed = chip(StateWord.FAILED);
    assertThat(failed.countText()).isEqualTo("3");
    assertThat(failed.pressed()).isTrue();
    assertThat(failed.address()).isEqualTo("?");
    assertThat(chip(StateWord.DONE).countText()).isEqualTo("100,000+");
    assertThat(chip(StateWord.DONE).address()).isEqualTo("?state=failed,done");
    assertThat(chip(StateWord.PENDING).countText()).isEqualTo("0");
  }

  @Test
  void list_read_last_stays_when_the_engine_fails() {
    search.page = new SearchPage(List.of(Rows.row(9, "failed")), null, false);
    view.open(Map.of());
    search.failure = new IllegalStateException("QJ3001 Database: gone");
    view.refresh();
    assertThat(view.getLines()).hasSize(1);
    assertThat(view.isUnreadable()).isTrue();
    assertThat(view.getTrouble()).isEqualTo("QJ3001 Database: gone");
    search.failure = null;
    view.refresh();
    assertThat(view.isUnreadable()).isFalse();
  }

  @Test
  void first_reading_that_fails_shows_an_empty_list() {
    search.failure = new IllegalStateException("secret");
    view.open(Map.of());
    assertThat(view.getLines()).isEmpty();
    assertThat(view.getTrouble()).isNull();
    assertThat(view.isOlderThere()).isFalse();
    assertThat(chip(StateWord.FAILED).countText()).isEmpty();
  }

  @Test
  void text_typed_begins_at_the_first_page() {
    view.open(Map.of("after", new String[] {"5"}));
    view.setLine(" order 7 ");
    view.refresh();
    assertThat(search.lines.get(1)).endsWith(",failed order 7");
  }

  @Test
  void groups_lead_to_their_jobs() {
    search.groups =
        new JobGroups(
            List.of(new JobGroup("E: #", "fingerprint:ab", 3, 1, Rows.CREATED, Rows.CREATED)),
            false);
    view.open(Map.of("state", new String[] {"failed"}, "group", new String[] {"error"}));
    assertThat(search.lines).containsExactly("state:failed by ERROR");
    assertThat(view.getGroups().get(0).address()).isEqualTo("?state=failed&q=fingerprint%3Aab");
    assertThat(view.getGroups().get(0).filter()).isEqualTo("state:failed fingerprint:ab");
  }

  @Test
  void what_the_newest_jobs_did_not_fill_is_looked_for_further_back() {
    search.page = new SearchPage(List.of(), 900L, true);
    view.open(Map.of("q", new String[] {"user:ann"}));
    assertThat(view.isFurtherThere()).isTrue();
    assertThat(view.isOlderThere()).isFalse();
    assertThat(view.getOlderAddress()).isEqualTo("?q=user%3Aann&after=900");
  }

  @Test
  void a_line_that_cannot_be_read_is_told_beside_the_field_and_the_list_stays() {
    search.page = new SearchPage(List.of(Rows.row(9, "failed")), null, false);
    view.open(Map.of());
    search.failure = new FilterException("QJ7031 age: expected");
    view.setLine("age:x");
    view.refresh();
    assertThat(view.getFault()).isEqualTo("QJ7031 age: expected");
    assertThat(view.isUnreadable()).isFalse();
    assertThat(view.getLines()).hasSize(1);
    assertThat(view.getSuggestions()).containsExactly(new Suggestion("age:xstate:", "age:xstate:"));
  }

  private StateChip chip(StateWord state) {
    return view.getChips().stream().filter(one -> one.state() == state).findFirst().orElseThrow();
  }
}
