package io.queuejob.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.web.access.AdminRole;
import io.queuejob.web.testkit.GivenBulks;
import io.queuejob.web.testkit.GivenRights;
import io.queuejob.web.testkit.RememberingSearch;
import java.time.Instant;
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
    admin.undo = new Bulk.Undo(null, GivenBulks.UNDO, true, null);
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
    Bulk.Undo undone = new Bulk.Undo(null, GivenBulks.UNDO, true, null);
    Bulk over = admin.change(GivenBulks.ID, "stopped", undone);
    assertThat(new BulkLine(over).resumable()).isFalse();
    assertThat(new BulkLine(over).tooLate()).isFalse();
  }

  @Test
  void until_when_it_can_be_undone_is_said_and_that_it_is_too_late_then() {
    BulkLine kept = line("done", new Bulk.Undo(null, null, true, GivenBulks.UNTIL));
    assertThat(kept.undoableUntil()).isEqualTo(GivenBulks.UNTIL);
    assertThat(kept.resumableUntil()).isNull();
    assertThat(kept.tooLate()).isFalse();
    BulkLine over = line("done", Bulk.Undo.NONE);
    assertThat(over.undoable()).isFalse();
    assertThat(over.undoableUntil()).isNull();
    assertThat(over.tooLate()).isTrue();
    assertThat(line("running", Bulk.Undo.NONE).tooLate()).isFalse();
  }

  @Test
  void an_undo_that_was_stopped_can_go_on_until_what_it_gives_back_is_forgotten() {
    BulkLine kept = line("stopped", new Bulk.Undo(GivenBulks.ID, null, false, GivenBulks.UNTIL));
    assertThat(kept.resumable()).isTrue();
    assertThat(kept.resumableUntil()).isEqualTo(GivenBulks.UNTIL);
    assertThat(kept.tooLate()).isFalse();
    BulkLine over = line("stopped", new Bulk.Undo(GivenBulks.ID, null, false, null));
    assertThat(over.resumable()).isFalse();
    assertThat(over.tooLate()).isTrue();
    assertThat(line("done", new Bulk.Undo(GivenBulks.ID, null, false, null)).tooLate()).isFalse();
  }

  @Test
  void a_refusal_to_go_on_is_told() {
    BulkView view = open(AdminRole.OPERATOR);
    admin.failure = new IllegalStateException("QJ7042 undo … did not go on");
    view.resume();
    assertThat(view.getTrouble()).startsWith("QJ7042 ");
  }

  private BulkLine line(String state, Bulk.Undo undo) {
    return new BulkLine(admin.change(GivenBulks.ID, state, undo));
  }

  @ParameterizedTest
  @CsvSource({"CANCEL,CANCEL", "SET_DONE,SET_DONE", "ETA,VALUE", "CHANNEL,VALUE", "PRIORITY,VALUE"})
  void each_action_says_what_its_undo_does(BulkAction action, String key) {
    Bulk bulk = new Bulk(GivenBulks.ID, new JobChange(action, null), "x", false, "ann", 1, null);
    assertThat(new BulkLine(bulk).undoing()).isEqualTo(key);
    assertThat(bulk.undo()).isEqualTo(Bulk.Undo.NONE);
  }

  @Test
  void how_far_one_is_goes_by_what_was_collected_once_all_is() {
    assertThat(new BulkLine(halfWay("collecting")).percent()).isZero();
    assertThat(new BulkLine(halfWay("running")).percent()).isEqualTo(50);
  }

  private static Bulk halfWay(String state) {
    Instant at = Instant.EPOCH;
    Bulk.Progress progress = new Bulk.Progress(state, at, at, null, null, 20, 9, 1, null);
    JobChange cancel = new JobChange(BulkAction.CANCEL, null);
    return new Bulk(GivenBulks.ID, cancel, "user:ann", false, "ann", 100_001, progress);
  }
}
