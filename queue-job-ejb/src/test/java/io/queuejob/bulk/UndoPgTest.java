package io.queuejob.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.internal.operations.bulk.BulkSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bulk change did is given back, to those whom nobody has changed since. */
class UndoPgTest {
  private static final String MAIL = "channel:root.mail state:pending";

  private ManyJobs jobs;

  @BeforeEach
  void open() throws Exception {
    jobs = new ManyJobs();
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  private Bulk bulk(UUID id) {
    return jobs.bulks.bulk(id).orElseThrow();
  }

  private UUID changed(BulkAction action, String value, String filter) throws Exception {
    UUID id = jobs.begin(action, value, filter);
    jobs.finish();
    assertThat(bulk(id).isUndoable()).isTrue();
    return id;
  }

  private UUID begun(UUID id) {
    return jobs.bulks.undo(id, "bob").orElseThrow().id();
  }

  private Bulk undone(UUID id) throws Exception {
    UUID undo = begun(id);
    jobs.finish();
    assertThat(bulk(undo).progress().state()).isEqualTo("done");
    assertThat(bulk(undo).progress().trouble()).isNull();
    return bulk(undo);
  }

  private List<String> reasons(Bulk undo) {
    return jobs.bulks.skips(undo.id(), 0, 10).stream().map(BulkSkip::reason).toList();
  }

  private void sql(String text) throws Exception {
    assertThat(jobs.rows.update(text)).isPositive();
  }

  private UUID job(int number) throws Exception {
    return UUID.fromString(
        jobs.rows.one("SELECT uuid FROM queue_job.job WHERE description = ?", "Job " + number));
  }

  @ParameterizedTest
  @CsvSource({"CANCEL,", "SET_DONE,", "PRIORITY,3", "ETA,+2h", "ETA,now", "CHANNEL,print"})
  void each_job_gets_back_what_it_had(BulkAction action, String value) throws Exception {
    jobs.pending(400);
    String before = jobs.picture();
    UUID id = changed(action, value, MAIL);
    assertThat(bulk(id).progress().changed()).isEqualTo(120);
    assertThat(jobs.picture()).isNotEqualTo(before);
    Bulk undo = undone(id);
    assertThat(jobs.picture()).isEqualTo(before);
    assertThat(undo.progress().changed()).isEqualTo(120);
    assertThat(undo.progress().collected()).isEqualTo(120);
    assertThat(undo.actor()).isEqualTo("bob");
    assertThat(undo.change()).isEqualTo(bulk(id).change());
    assertThat(undo.undoes()).isEqualTo(id);
    assertThat(bulk(id).undone()).isEqualTo(undo.id());
  }

  @Test
  void the_audit_has_who_undid_what_and_how_it_ended() throws Exception {
    jobs.pending(100);
    UUID id = changed(BulkAction.CANCEL, null, MAIL);
    Bulk undo = undone(id);
    assertThat(
            jobs.rows.one(
                "SELECT string_agg(actor || ' ' || action || ' ' || filter || ' ' || jobs || after,"
                    + " '|' ORDER BY id) FROM queue_job.audit WHERE subject = ?",
                "bulk " + undo.id()))
        .isEqualTo(
            "bob undo bulk cancel %1$s 30{\"undoes\": \"%2$s\"}|bob end of undo of bulk cancel %1$s"
                    .formatted(MAIL, id)
                + " 30{\"state\": \"done\", \"changed\": 30, \"skipped\": 0}");
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(60);
  }

  @Test
  void a_value_that_was_changed_since_stays() throws Exception {
    jobs.pending(100);
    UUID id = changed(BulkAction.PRIORITY, "3", MAIL);
    jobs.bulks.change(job(11), new JobChange(BulkAction.PRIORITY, "4"), "ann");
    sql(
        "UPDATE queue_job.job SET state = 'done', waits = false, due = NULL, finished = now()"
            + " WHERE description = 'Job 12'");
    sql("DELETE FROM queue_job.job WHERE description = 'Job 21'");
    Bulk undo = undone(id);
    assertThat(undo.progress().changed()).isEqualTo(27);
    assertThat(reasons(undo))
        .satisfiesExactly(
            one ->
                assertThat(one).startsWith("QJ7043 ").contains("priority 3").endsWith("found 4."),
            two -> assertThat(two).startsWith("QJ7045 ").endsWith("found it done."),
            three -> assertThat(three).startsWith("QJ7046 "));
    assertThat(jobs.count("priority = 4")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"CANCEL,cancelled", "SET_DONE,done"})
  void a_job_that_somebody_let_run_since_stays(BulkAction action, String state) throws Exception {
    jobs.pending(40);
    UUID id = changed(action, null, MAIL);
    JobChange again = new JobChange(action, null);
    jobs.bulks.change(job(10), new JobChange(BulkAction.REQUEUE, null), "ann");
    jobs.bulks.change(job(11), new JobChange(BulkAction.REQUEUE, null), "ann");
    jobs.bulks.change(job(11), again, "ann");
    Bulk undo = undone(id);
    assertThat(undo.progress().changed()).isEqualTo(10);
    assertThat(reasons(undo))
        .satisfiesExactly(
            one -> assertThat(one).startsWith("QJ7043 ").endsWith("requeued since and pending."),
            two ->
                assertThat(two)
                    .startsWith("QJ7043 ")
                    .endsWith("requeued since and " + state + "."));
    assertThat(jobs.rows.state(job(11))).isEqualTo(state);
  }

  @Test
  void an_undo_runs_no_job_that_was_not_to_run() throws Exception {
    jobs.failed(10);
    Bulk undo = undone(changed(BulkAction.CANCEL, null, "state:failed"));
    assertThat(undo.progress().skipped()).isEqualTo(10);
    assertThat(reasons(undo)).allMatch(reason -> reason.startsWith("QJ7044 "));
    assertThat(jobs.count("state = 'cancelled'")).isEqualTo(10);
  }

  @Test
  void a_channel_that_was_removed_since_gets_no_jobs() throws Exception {
    jobs.pending(20);
    UUID id = changed(BulkAction.CHANNEL, "print", MAIL);
    sql("DELETE FROM queue_job.channel WHERE path = 'root.mail'");
    assertThat(reasons(undone(id))).allMatch(reason -> reason.startsWith("QJ7044 ")).hasSize(6);
    assertThat(jobs.count("channel = 'root.print'")).isEqualTo(20);
  }

  @Test
  void a_held_job_waits_again_once_its_node_has_cancelled_it() throws Exception {
    jobs.pending(20);
    sql("INSERT INTO queue_job.node (name, application, lock_key) VALUES ('alpha', 'a', 1)");
    sql(
        "INSERT INTO queue_job.claim (token, node_id, job_ids) SELECT 1, 1, array_agg(id)"
            + " FROM queue_job.job WHERE description IN ('Job 10', 'Job 11')");
    sql(
        "UPDATE queue_job.job SET state = 'enqueued', waits = false, token = 1"
            + " WHERE description IN ('Job 10', 'Job 11')");
    UUID id = changed(BulkAction.CANCEL, null, "channel:root.mail");
    sql(
        "UPDATE queue_job.job SET state = 'cancelled', token = NULL, finished = now()"
            + " WHERE description = 'Job 10'");
    Bulk undo = undone(id);
    assertThat(jobs.rows.state(job(10))).isEqualTo("pending");
    assertThat(reasons(undo)).singleElement().asString().endsWith("found it enqueued.");
  }

  @Test
  void jobs_that_were_cancelled_with_others_stay_so() throws Exception {
    jobs.pending(20);
    sql(
        "UPDATE queue_job.job SET state = 'wait_dependencies', waits = false"
            + " WHERE description = 'Job 13'");
    sql(
        "INSERT INTO queue_job.job_dependency (parent_id, child_id) SELECT p.id, c.id FROM"
            + " queue_job.job p, queue_job.job c WHERE p.description = 'Job 10'"
            + " AND c.description = 'Job 13'");
    UUID id = changed(BulkAction.CANCEL, null, MAIL);
    assertThat(jobs.rows.state(job(13))).isEqualTo("cancelled");
    assertThat(undone(id).progress().skipped()).isZero();
    assertThat(jobs.rows.state(job(10))).isEqualTo("pending");
    assertThat(jobs.rows.state(job(13))).isEqualTo("cancelled");
  }

  @Test
  void what_was_stopped_half_way_is_undone_half_way_and_goes_on_no_more() throws Exception {
    jobs.pending(1_000);
    String before = jobs.picture();
    UUID id = jobs.begin(BulkAction.PRIORITY, "3", MAIL);
    steps(3);
    jobs.bulks.stop(id, "ann");
    long changed = bulk(id).progress().changed();
    assertThat(changed).isBetween(50L, 250L);
    UUID undo = begun(id);
    assertThat(jobs.bulks.resume(id, "ann").orElseThrow().progress().state()).isEqualTo("stopped");

    steps(1);
    jobs.bulks.stop(undo, "ann");
    steps(1);
    assertThat(bulk(undo).progress().changed()).isBetween(1L, changed - 1);
    assertThat(bulk(undo).progress().state()).isEqualTo("stopped");
    jobs.bulks.resume(undo, "ann");
    assertThat(bulk(undo).isUnderWay()).isTrue();
    jobs.finish();
    assertThat(bulk(undo).progress().changed()).isEqualTo(changed);
    assertThat(jobs.picture()).isEqualTo(before);
  }

  private void steps(int count) throws Exception {
    BulkSteps node = jobs.node();
    for (int i = 0; i < count; i++) {
      node.step();
    }
  }

  @Test
  void a_row_that_the_database_refuses_holds_up_no_other() throws Exception {
    jobs.pending(100);
    UUID id = changed(BulkAction.PRIORITY, "3", MAIL);
    jobs.rows.update(
        "ALTER TABLE queue_job.job ADD CHECK (description <> 'Job 21' OR priority = 3)");
    Bulk undo = undone(id);
    assertThat(undo.progress().changed()).isEqualTo(29);
    assertThat(reasons(undo)).singleElement().asString().startsWith("QJ7047 ");
  }

  private void assertRefused(UUID id, String found) {
    assertThat(bulk(id).isUndoable()).isFalse();
    assertThatThrownBy(() -> jobs.bulks.undo(id, "bob"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("QJ7042 ")
        .hasMessageContaining(found);
  }

  @Test
  void what_cannot_be_undone_is_refused() throws Exception {
    jobs.pending(100);
    BulkRequest request =
        new BulkRequest(new JobChange(BulkAction.CANCEL, null), MAIL, null, null, null);
    assertRefused(jobs.bulks.prepare(request, "ann").id(), "found it prepared");
    assertThat(jobs.bulks.undo(UUID.randomUUID(), "bob")).isEmpty();
    UUID id = jobs.begin(BulkAction.CANCEL, null, MAIL);
    assertRefused(id, "found it collecting");
    steps(2);
    assertRefused(id, "found it running");
    jobs.finish();
    UUID undo = undone(id).id();
    assertRefused(id, "found it undone by " + undo);
    assertRefused(undo, "found an undo itself");
    UUID nothing = jobs.begin(BulkAction.CANCEL, null, "state:done");
    UUID requeue = jobs.requeue("state:cancelled,done,pending");
    jobs.finish();
    assertRefused(nothing, "nothing kept");
    assertRefused(requeue, "found a requeue");
    assertThat(jobs.bulks.list(null, 10)).hasSize(4);
  }

  @Test
  void a_week_later_it_is_too_late() throws Exception {
    jobs.pending(100);
    UUID id = changed(BulkAction.CANCEL, null, MAIL);
    Instant ended = bulk(id).progress().ended();
    assertThat(bulk(id).undo().until()).isEqualTo(ended.plus(Duration.ofDays(7)));
    sql("UPDATE queue_job.bulk SET ended = now() - interval '169 hours'");
    assertRefused(id, "more than a week ago");
    assertThat(bulk(id).undo().until()).isNull();
  }

  @Test
  void an_undo_that_stopped_goes_on_within_a_week_and_is_refused_after_it() throws Exception {
    jobs.pending(1_000);
    UUID undo = begun(changed(BulkAction.PRIORITY, "3", MAIL));
    assertThat(bulk(undo).undo().until()).isNull();
    steps(1);
    jobs.bulks.stop(undo, "ann");
    assertThat(bulk(undo).isResumable()).isTrue();
    assertThat(bulk(undo).undo().until())
        .isEqualTo(bulk(undo).progress().ended().plus(Duration.ofDays(7)));
    sql("UPDATE queue_job.bulk SET ended = now() - interval '169 hours' WHERE undoes IS NOT NULL");
    assertThat(bulk(undo).isResumable()).isFalse();
    assertThatThrownBy(() -> jobs.bulks.resume(undo, "ann"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("QJ7042 undo " + undo + " did not go on")
        .hasMessageContaining("more than a week ago");
    assertThat(bulk(undo).progress().state()).isEqualTo("stopped");
  }

  /** How version 0.9.0 looks for a step to take, and resumes. */
  @Test
  void engines_that_know_no_undo_leave_it_alone() throws Exception {
    jobs.pending(100);
    UUID id = changed(BulkAction.CANCEL, null, MAIL);
    UUID undo = begun(id);
    assertThat(
            jobs.rows.number(
                "SELECT count(*) FROM queue_job.bulk WHERE state IN ('collecting', 'running')"))
        .isZero();
    jobs.bulks.stop(undo, "ann");
    String resume =
        "UPDATE queue_job.bulk SET state = CASE WHEN selection OR collecting_done THEN 'running'"
            + " ELSE 'collecting' END, ended = NULL, ended_by = NULL, trouble = NULL WHERE id = ?"
            + " AND state IN ('stopped', 'failed')";
    assertThatThrownBy(() -> jobs.rows.update(resume, undo))
        .hasMessageContaining("bulk_undo_check");
    sql("UPDATE queue_job.bulk SET state = 'stopped' WHERE undone IS NOT NULL");
    assertThatThrownBy(() -> jobs.rows.update(resume, id))
        .hasMessageContaining("bulk_undone_check");
  }
}
