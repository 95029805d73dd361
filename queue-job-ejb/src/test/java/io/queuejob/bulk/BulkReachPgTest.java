package io.queuejob.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkAdmin;
import io.queuejob.admin.bulk.BulkPreview;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.BulkSkip;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.operations.bulk.BulkSteps;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bulk change of somebody who may act in some channels stays in them. */
class BulkReachPgTest {
  private static final String MAIL = "channel = 'root.mail'";

  private ManyJobs jobs;
  private BulkAdmin mail;

  @BeforeEach
  void open() throws Exception {
    jobs = new ManyJobs();
    mail = jobs.bulks.within(Reach.of("mail"));
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  private static BulkRequest request(BulkAction action, String value, String filter) {
    return new BulkRequest(new JobChange(action, value), filter, null, null, null);
  }

  private UUID begun(BulkAction action, String value, String filter) {
    UUID id = mail.prepare(request(action, value, filter), "ann").id();
    return mail.confirm(id, "ann").orElseThrow().id();
  }

  private Bulk bulk(UUID id) {
    return jobs.bulks.bulk(id).orElseThrow();
  }

  private List<String> reasons(UUID id) {
    return jobs.bulks.skips(id, 0, 10).stream().map(BulkSkip::reason).toList();
  }

  private UUID one(String condition) throws Exception {
    return UUID.fromString(
        jobs.rows.one(
            "SELECT uuid FROM queue_job.job WHERE " + condition + " ORDER BY id LIMIT 1"));
  }

  @Test
  void the_preview_counts_what_is_in_reach_only() throws Exception {
    jobs.failed(100);
    BulkPreview preview = mail.preview(request(BulkAction.REQUEUE, null, "state:failed"));
    assertThat(preview.jobs()).isEqualTo(30);
    assertThat(preview.states()).isEqualTo(Map.of("failed", 30L));
    assertThat(preview.sample()).hasSize(5).allMatch(row -> row.channel().equals("root.mail"));
    assertThat(mail.preview(request(BulkAction.REQUEUE, null, "channel:print")).jobs()).isZero();
  }

  @Test
  void the_change_touches_what_is_in_reach_only_and_the_audit_says_where() throws Exception {
    jobs.failed(100);
    UUID id = begun(BulkAction.REQUEUE, null, "state:failed");
    jobs.finish();
    assertThat(bulk(id).progress().state()).isEqualTo("done");
    assertThat(bulk(id).progress().changed()).isEqualTo(30);
    assertThat(bulk(id).reach()).isEqualTo(Reach.of("mail"));
    assertThat(jobs.count("waits AND " + MAIL)).isEqualTo(30);
    assertThat(jobs.count("failed")).isEqualTo(70);
    assertThat(
            jobs.rows.one(
                "SELECT after ->> 'channels' FROM queue_job.audit WHERE action = 'bulk requeue'"))
        .isEqualTo("[\"root.mail\"]");
  }

  @Test
  void of_a_selection_what_is_elsewhere_is_left_out() throws Exception {
    jobs.failed(100);
    UUID here = one(MAIL);
    UUID there = one("NOT " + MAIL);
    BulkRequest both =
        new BulkRequest(
            new JobChange(BulkAction.REQUEUE, null), "x", List.of(here, there), null, null);
    Bulk prepared = mail.prepare(both, "ann");
    assertThat(prepared.counted()).isEqualTo(1);
    mail.confirm(prepared.id(), "ann");
    jobs.finish();
    assertThat(jobs.rows.state(here)).isEqualTo("pending");
    assertThat(jobs.rows.state(there)).isEqualTo("failed");
  }

  @Test
  void a_job_that_was_moved_away_meanwhile_is_skipped_with_the_reason() throws Exception {
    jobs.pending(100);
    UUID id = begun(BulkAction.PRIORITY, "1", "state:pending");
    BulkSteps node = jobs.node();
    node.step();
    UUID moved = one(MAIL);
    jobs.rows.update("UPDATE queue_job.job SET channel = 'root.print' WHERE uuid = ?", moved);
    jobs.finish();
    assertThat(bulk(id).progress().changed()).isEqualTo(29);
    assertThat(reasons(id)).singleElement().asString().startsWith("QJ7092 job " + moved);
    assertThat(jobs.count("priority = 1")).isEqualTo(29);
  }

  @Test
  void a_cancel_that_would_take_along_jobs_elsewhere_skips_that_job() throws Exception {
    jobs.pending(10);
    jobs.rows.update(
        "UPDATE queue_job.job SET state = 'wait_dependencies', waits = false, due = NULL,"
            + " graph = '00000000-0000-4000-8000-000000000001' WHERE id = 5");
    jobs.rows.update("INSERT INTO queue_job.job_dependency (parent_id, child_id) VALUES (1, 5)");
    UUID id = begun(BulkAction.CANCEL, null, "state:pending");
    jobs.finish();
    assertThat(reasons(id)).singleElement().asString().startsWith("QJ7093 ");
    assertThat(jobs.count("state = 'cancelled'")).isEqualTo(2);
    assertThat(jobs.count("id IN (1, 5) AND state <> 'cancelled'")).isEqualTo(2);
  }

  @Test
  void jobs_are_moved_only_to_where_the_caller_may_act() throws Exception {
    jobs.pending(10);
    assertThatThrownBy(
            () -> mail.prepare(request(BulkAction.CHANNEL, "print", "state:pending"), "ann"))
        .isInstanceOf(OutOfReachException.class)
        .hasMessageStartingWith("QJ7094 ");
  }

  @Test
  void what_reaches_further_is_neither_begun_nor_stopped_nor_resumed_nor_undone() throws Exception {
    jobs.pending(10);
    UUID prepared = jobs.bulks.prepare(request(BulkAction.ETA, "+2h", "x"), "bob").id();
    UUID id = jobs.begin(BulkAction.PRIORITY, "1", "state:pending");
    assertBeyond(() -> mail.confirm(prepared, "ann"));
    assertBeyond(() -> mail.stop(id, "ann"));
    jobs.bulks.stop(id, "bob");
    assertBeyond(() -> mail.resume(id, "ann"));
    jobs.bulks.resume(id, "bob");
    jobs.finish();
    assertBeyond(() -> mail.undo(id, "ann"));
    assertThat(bulk(id).undone()).isNull();
    assertThat(bulk(prepared).progress().state()).isEqualTo("prepared");
    assertThat(jobs.bulks.within(Reach.EVERYWHERE).undo(id, "bob")).isPresent();
  }

  private static void assertBeyond(Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOf(OutOfReachException.class)
        .hasMessageStartingWith("QJ7051 ")
        .hasMessageContaining("all channels");
  }

  @Test
  void one_s_own_is_stopped_resumed_and_undone_within_the_same_channels() throws Exception {
    jobs.pending(1_000);
    String before = jobs.picture();
    UUID id = begun(BulkAction.PRIORITY, "1", "state:pending");
    BulkSteps node = jobs.node();
    node.step();
    node.step();
    assertThat(mail.stop(id, "ann").orElseThrow().progress().state()).isEqualTo("stopped");
    assertThat(mail.resume(id, "ann").orElseThrow().progress().state()).isEqualTo("running");
    jobs.finish();
    assertThat(bulk(id).progress().changed()).isEqualTo(300);
    UUID undo = mail.undo(id, "ann").orElseThrow().id();
    jobs.finish();
    assertThat(bulk(undo).reach()).isEqualTo(Reach.of("mail"));
    assertThat(bulk(undo).progress().changed()).isEqualTo(300);
    assertThat(jobs.picture()).isEqualTo(before);
  }

  @Test
  void an_engine_that_knows_nothing_of_channels_finds_nothing_to_do() throws Exception {
    jobs.failed(10);
    UUID id = begun(BulkAction.REQUEUE, null, "state:failed");
    String older = "SELECT count(*) FROM queue_job.bulk WHERE state IN ('collecting', 'running')";
    assertThat(bulk(id).progress().state()).isEqualTo("collecting");
    assertThat(jobs.rows.number(older)).isZero();
    jobs.node().step();
    assertThat(bulk(id).progress().state()).isEqualTo("running");
    assertThat(jobs.rows.number(older)).isZero();
    assertThatThrownBy(() -> jobs.rows.update("UPDATE queue_job.bulk SET state = 'running'"))
        .hasMessageContaining("bulk_channels_check");
  }
}
