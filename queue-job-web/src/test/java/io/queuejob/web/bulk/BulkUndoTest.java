package io.queuejob.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.testkit.GivenBulks;
import io.queuejob.web.testkit.GivenRights;
import io.queuejob.web.testkit.RememberingSearch;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The undo on the page of a bulk change. */
class BulkUndoTest {
  private final GivenBulks admin = new GivenBulks();

  private BulkView open(AdminRole role) {
    BulkView view = new BulkView(admin, new RememberingSearch(), new GivenRights(role));
    view.open(Map.of("id", new String[] {GivenBulks.ID.toString()}));
    return view;
  }

  @Test
  void an_operator_undoes_and_is_led_to_the_change_that_does_it() {
    BulkView view = open(AdminRole.OPERATOR);
    assertThat(view.getBulk().undoable()).isTrue();
    assertThat(view.undone()).isEqualTo(GivenBulks.UNDO);
    assertThat(view.getTrouble()).isNull();
    assertThat(admin.asked).containsExactly("undo " + GivenBulks.ID + " by ann");
  }

  @Test
  void a_refusal_stays_on_the_page_with_what_is_there_now() {
    BulkView view = open(AdminRole.OPERATOR);
    admin.failure = new IllegalStateException("QJ7042 bulk change … was not undone");
    admin.undo = new Bulk.Undo(null, GivenBulks.UNDO, true);
    assertThat(view.undone()).isNull();
    assertThat(view.getTrouble()).startsWith("QJ7042 ");
    assertThat(view.getBulk().undone()).isEqualTo(GivenBulks.UNDO);
    assertThat(view.getBulk().undoable()).isFalse();
  }

  @Test
  void a_viewer_undoes_nothing() {
    BulkView view = open(AdminRole.VIEWER);
    assertThat(view.undone()).isNull();
    assertThat(view.getTrouble()).isNotNull();
    assertThat(admin.asked).isEmpty();
  }

  @Test
  void what_was_undone_does_not_go_on() {
    Bulk stopped = admin.change(GivenBulks.ID, "stopped", admin.undo);
    assertThat(new BulkLine(stopped).resumable()).isTrue();
    Bulk.Undo undone = new Bulk.Undo(null, GivenBulks.UNDO, true);
    Bulk over = admin.change(GivenBulks.ID, "stopped", undone);
    assertThat(new BulkLine(over).resumable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"CANCEL,CANCEL", "SET_DONE,SET_DONE", "ETA,VALUE", "CHANNEL,VALUE", "PRIORITY,VALUE"})
  void each_action_says_what_its_undo_does(BulkAction action, String key) {
    Bulk bulk = new Bulk(GivenBulks.ID, new JobChange(action, null), "x", false, "ann", 1, null);
    assertThat(new BulkLine(bulk).undoing()).isEqualTo(key);
    assertThat(bulk.undo()).isEqualTo(Bulk.Undo.NONE);
  }
}
