package io.queuejob.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.JobPage;
import io.queuejob.web.StateWord;
import io.queuejob.web.testkit.RememberingAdmin;
import io.queuejob.web.testkit.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobsViewTest {
  private final RememberingAdmin admin = new RememberingAdmin();
  private final JobsView view = new JobsView(admin);

  @Test
  void page_asks_the_engine_for_what_its_address_says() {
    view.open(Map.of("state", new String[] {"failed"}, "channel", new String[] {"root.mail"}));
    assertThat(admin.filters).hasSize(1);
    assertThat(admin.filters.get(0).states()).containsExactly("failed");
    assertThat(admin.filters.get(0).channel()).isEqualTo("root.mail");
  }

  @Test
  void older_page_begins_after_the_last_row() {
    admin.page = new JobPage(List.of(Rows.row(9, "failed"), Rows.row(7, "failed")), true);
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
    assertThat(chip(StateWord.DONE).countText()).isEqualTo("100k+");
    assertThat(chip(StateWord.DONE).address()).isEqualTo("?state=failed,done");
    assertThat(chip(StateWord.PENDING).countText()).isEqualTo("0");
  }

  @Test
  void list_read_last_stays_when_the_engine_fails() {
    admin.page = new JobPage(List.of(Rows.row(9, "failed")), false);
    view.open(Map.of());
    admin.failure = new IllegalStateException("QJ3001 Database: gone");
    view.refresh();
    assertThat(view.getLines()).hasSize(1);
    assertThat(view.isUnreadable()).isTrue();
    assertThat(view.getTrouble()).isEqualTo("QJ3001 Database: gone");
    admin.failure = null;
    view.refresh();
    assertThat(view.isUnreadable()).isFalse();
  }

  @Test
  void first_reading_that_fails_shows_an_empty_list() {
    admin.failure = new IllegalStateException("secret");
    view.open(Map.of());
    assertThat(view.getLines()).isEmpty();
    assertThat(view.getTrouble()).isNull();
    assertThat(view.isOlderThere()).isFalse();
    assertThat(chip(StateWord.FAILED).countText()).isEmpty();
  }

  @Test
  void text_typed_begins_at_the_first_page() {
    view.open(Map.of("after", new String[] {"5"}));
    view.setText(" order 7 ");
    view.refresh();
    assertThat(admin.filters.get(1).text()).isEqualTo("order 7");
    assertThat(admin.filters.get(1).after()).isNull();
  }

  private StateChip chip(StateWord state) {
    return view.getChips().stream().filter(one -> one.state() == state).findFirst().orElseThrow();
  }
}
