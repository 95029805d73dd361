package io.queuejob.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.bulk.Bulk;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.BulkPreview;
import io.queuejob.admin.bulk.BulkRequest;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.internal.operations.bulk.BulkSteps;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of many jobs, in steps that may be taken by anybody. */
class BulkPgTest {
  private static final JobChange REQUEUE = new JobChange(BulkAction.REQUEUE, null);
  private static final String MAIL = "state:failed channel:root.mail";

  private ManyJobs jobs;

  @BeforeEach
  void open() throws Exception {
    jobs = new ManyJobs();
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  private static void finish(BulkSteps node) {
    try {
      while (node.step()) {
        // one step after the other
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Bulk bulk(UUID id) {
    return jobs.bulks.bulk(id).orElseThrow();
  }

  @Test
  void ten_thousand_failed_jobs_are_requeued_by_error_and_audited_once() throws Exception {
    jobs.failed(10_000);
    UUID id = jobs.requeue("state:failed error:SQLException");
    finish(jobs.node());
    assertThat(bulk(id).progress().state()).isEqualTo("done");
    assertThat(bulk(id).progress().changed()).isEqualTo(3_000);
    assertThat(jobs.count("waits")).isEqualTo(3_000);
    assertThat(jobs.count("failed")).isEqualTo(7_000);
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(3_000);
    assertThat(
            jobs.rows.one(
                "SELECT string_agg(actor || ' ' || action || ' ' || filter || ' ' || jobs, '|'"
                    + " ORDER BY id) FROM queue_job.audit"))
        .isEqualTo(
            "ann bulk requeue state:failed error:SQLException 3000"
                + "|ann end of bulk requeue state:failed error:SQLException 3000");
  }

  @Test
  void a_stopped_change_goes_on_where_it_was_on_another_node() throws Exception {
    jobs.failed(10_000);
    UUID id = jobs.requeue("state:failed");
    BulkSteps first = jobs.node();
    for (int i = 0; i < 12; i++) {
      first.step();
    }
    Bulk stopped = jobs.bulks.stop(id, "bob").orElseThrow();
    finish(first);
    assertThat(bulk(id)).isEqualTo(stopped);
    assertThat(stopped.progress().state()).isEqualTo("stopped");
    assertThat(stopped.progress().endedBy()).isEqualTo("bob");
    assertThat(stopped.progress().changed()).isBetween(50L, 1_000L);
    assertThat(jobs.count("waits")).isEqualTo(stopped.progress().changed());

    jobs.bulks.resume(id, "bob");
    finish(jobs.node());
    assertThat(bulk(id).progress().changed()).isEqualTo(10_000);
    assertThat(jobs.count("waits")).isEqualTo(10_000);
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.bulk_job")).isZero();
  }

  @Test
  void a_change_stopped_while_its_jobs_are_collected_misses_none_when_it_goes_on()
      throws Exception {
    jobs.failed(6_000);
    UUID id = jobs.requeue("state:failed");
    BulkSteps node = jobs.node();
    node.step();
    jobs.bulks.stop(id, "bob");
    assertThat(bulk(id).progress().collected()).isEqualTo(5_000);
    jobs.bulks.resume(id, "bob");
    node.step();
    assertThat(bulk(id).progress().state()).isEqualTo("running");
    assertThat(bulk(id).progress().collected()).isEqualTo(6_000);
  }

  @Test
  void two_changes_at_once_do_each_job_once() throws Exception {
    jobs.failed(1_000);
    UUID mail = jobs.requeue(MAIL);
    UUID all = jobs.requeue("state:failed");
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> finish(jobs.node()));
    finish(jobs.node());
    other.get();
    finish(jobs.node());
    Bulk.Progress one = bulk(mail).progress();
    Bulk.Progress two = bulk(all).progress();
    assertThat(one.state() + two.state()).isEqualTo("donedone");
    assertThat(one.changed() + two.changed()).isEqualTo(1_000);
    assertThat(one.changed() + one.skipped()).isEqualTo(one.collected());
    assertThat(two.changed() + two.skipped()).isEqualTo(two.collected());
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.job_attempt")).isEqualTo(1_000);
  }

  @Test
  void jobs_that_changed_meanwhile_are_skipped_with_the_reason() throws Exception {
    jobs.failed(200);
    UUID id = jobs.requeue(MAIL);
    BulkSteps node = jobs.node();
    node.step();
    jobs.rows.update(
        "UPDATE queue_job.job SET state = 'pending', failed = false, waits = true"
            + " WHERE description = 'Job 11'");
    jobs.rows.update("DELETE FROM queue_job.job WHERE description = 'Job 12'");
    finish(node);
    assertThat(bulk(id).progress().changed()).isEqualTo(58);
    assertThat(bulk(id).progress().skipped()).isEqualTo(2);
    assertThat(jobs.bulks.skips(id, 0, 10))
        .extracting(skip -> skip.reason().substring(0, 6))
        .containsExactly("QJ7001", "QJ7002");
    assertThat(jobs.bulks.skips(id, 0, 10).get(0).reason()).contains("found it pending");
  }

  @Test
  void a_row_that_the_database_refuses_holds_up_no_other() throws Exception {
    jobs.failed(200);
    jobs.rows.update(
        "CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'not this one'; END $$");
    jobs.rows.update(
        "CREATE TRIGGER refuse BEFORE UPDATE ON queue_job.job FOR EACH ROW"
            + " WHEN (NEW.description = 'Job 21') EXECUTE FUNCTION public.refuse()");
    UUID id = jobs.requeue(MAIL);
    finish(jobs.node());
    assertThat(bulk(id).progress().changed()).isEqualTo(59);
    assertThat(jobs.bulks.skips(id, 0, 10).get(0).reason())
        .startsWith("QJ7047 ")
        .contains("not this one");
  }

  @Test
  void waiting_jobs_get_priority_channel_and_eta() throws Exception {
    jobs.failed(100);
    finish(after(jobs.requeue(MAIL)));
    jobs.begin(BulkAction.PRIORITY, "3", "channel:root.mail");
    finish(after(jobs.begin(BulkAction.ETA, "+2h", "channel:root.mail state:pending")));
    assertThat(jobs.count("priority = 3 AND due > now() + interval '1 hour' AND NOT waits"))
        .isEqualTo(30);
    finish(after(jobs.begin(BulkAction.ETA, "now", "priority:3")));
    finish(after(jobs.begin(BulkAction.CHANNEL, "print", "priority:3")));
    assertThat(jobs.count("priority = 3 AND waits AND channel = 'root.print'")).isEqualTo(30);
  }

  private BulkSteps after(UUID begun) {
    assertThat(bulk(begun).isUnderWay()).isTrue();
    return jobs.node();
  }

  @Test
  void a_preview_counts_and_shows_and_changes_nothing() throws Exception {
    jobs.failed(100);
    BulkPreview preview = jobs.bulks.preview(new BulkRequest(REQUEUE, MAIL, null, null, null));
    assertThat(preview.jobs()).isEqualTo(30);
    assertThat(preview.states()).containsOnly(java.util.Map.entry("failed", 30L));
    assertThat(preview.sample()).hasSize(5).allMatch(row -> row.channel().equals("root.mail"));
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.bulk")).isZero();
  }

  @Test
  void a_key_makes_one_change_however_often_it_is_asked_for() throws Exception {
    jobs.failed(100);
    BulkRequest request = new BulkRequest(REQUEUE, MAIL, null, null, "k1");
    UUID id = jobs.bulks.prepare(request, "ann").id();
    assertThat(jobs.bulks.prepare(request, "ann").id()).isEqualTo(id);
    assertThat(jobs.bulks.prepare(request, "bob").id()).isNotEqualTo(id);
    BulkRequest other = new BulkRequest(REQUEUE, "state:failed", null, null, "k1");
    assertThatThrownBy(() -> jobs.bulks.prepare(other, "ann")).hasMessageStartingWith("QJ7040 ");
    jobs.bulks.confirm(id, "ann");
    jobs.bulks.confirm(id, "ann");
    finish(jobs.node());
    jobs.bulks.confirm(id, "ann");
    assertThat(bulk(id).progress().state()).isEqualTo("done");
    assertThat(jobs.bulks.list(null, 10)).extracting(Bulk::id).containsExactly(id);
  }

  @Test
  void a_selection_is_changed_and_nothing_else() throws Exception {
    jobs.failed(100);
    UUID job =
        UUID.fromString(
            jobs.rows.one("SELECT uuid FROM queue_job.job WHERE description = 'Job 7'"));
    UUID id =
        jobs.bulks
            .prepare(new BulkRequest(REQUEUE, "state:failed", List.of(job), null, null), "ann")
            .id();
    jobs.bulks.confirm(id, "ann");
    finish(jobs.node());
    assertThat(jobs.rows.state(job)).isEqualTo("pending");
    assertThat(jobs.count("waits")).isEqualTo(1);
  }

  @Test
  void one_job_is_changed_with_before_and_after_in_the_audit() throws Exception {
    jobs.failed(20);
    finish(after(jobs.requeue(MAIL)));
    UUID job = UUID.fromString(jobs.rows.one("SELECT uuid FROM queue_job.job WHERE waits LIMIT 1"));
    JobChange change = new JobChange(BulkAction.PRIORITY, "1");
    assertThat(jobs.bulks.change(job, change, "ann").verdict()).isEqualTo(Verdict.DONE);
    assertThat(
            jobs.rows.one(
                "SELECT actor || action || before || after FROM queue_job.audit WHERE subject = ?",
                job.toString()))
        .isEqualTo("annchange priority{\"priority\": \"10\"}{\"priority\": \"1\"}");
    UUID failed =
        UUID.fromString(jobs.rows.one("SELECT uuid FROM queue_job.job WHERE failed LIMIT 1"));
    assertThat(jobs.bulks.change(failed, change, "ann").message())
        .startsWith("QJ7045 ")
        .contains("found it failed");
    assertThatThrownBy(
            () -> jobs.bulks.change(job, new JobChange(BulkAction.CHANNEL, "typo"), "ann"))
        .hasMessageStartingWith("QJ7037 ");
  }

  private UUID prepared(String key, BulkAction action, String value, List<UUID> selection) {
    JobChange change = new JobChange(action, value);
    BulkRequest request = new BulkRequest(change, "state:pending", selection, null, key);
    return jobs.bulks.prepare(request, "ann").id();
  }

  private UUID uuid(int job) throws Exception {
    String number = "SELECT uuid FROM queue_job.job WHERE description = 'Job " + job + "'";
    return UUID.fromString(jobs.rows.one(number));
  }

  private static void assertUsed(ThrowingCallable request) {
    assertThatThrownBy(request).hasMessageStartingWith("QJ7040 ");
  }

  @Test
  void a_key_stands_for_one_value_and_one_selection() throws Exception {
    jobs.pending(10);
    UUID priority = prepared("p", BulkAction.PRIORITY, "5", null);
    assertThat(prepared("p", BulkAction.PRIORITY, " 05", null)).isEqualTo(priority);
    assertUsed(() -> prepared("p", BulkAction.PRIORITY, "7", null));
    UUID eta = prepared("e", BulkAction.ETA, "+2h", null);
    assertThat(prepared("e", BulkAction.ETA, "+2h", null)).isEqualTo(eta);
    assertUsed(() -> prepared("e", BulkAction.ETA, "now", null));

    UUID one = uuid(1);
    UUID two = uuid(2);
    UUID both = prepared("s", BulkAction.CANCEL, null, List.of(one, two));
    assertThat(prepared("s", BulkAction.CANCEL, null, List.of(two, one))).isEqualTo(both);
    assertUsed(() -> prepared("s", BulkAction.CANCEL, null, List.of(one)));
    assertUsed(() -> prepared("s", BulkAction.CANCEL, null, List.of(one, two, uuid(3))));
    jobs.bulks.confirm(both, "ann");
    finish(jobs.node());
    assertThat(prepared("s", BulkAction.CANCEL, null, List.of(one, two))).isEqualTo(both);
    assertUsed(() -> prepared("s", BulkAction.CANCEL, null, List.of(uuid(4), uuid(5))));
    assertThat(jobs.count("state = 'cancelled'")).isEqualTo(2);
  }

  @Test
  void a_key_that_cannot_be_kept_is_refused_in_words() throws Exception {
    jobs.pending(1);
    for (String key : List.of("x".repeat(201), "a\u0000b", "\ud800")) {
      assertThatThrownBy(() -> prepared(key, BulkAction.PRIORITY, "5", null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("QJ7036 key: ");
    }
    BulkRequest request = new BulkRequest(REQUEUE, "\u0000", List.of(uuid(1)), null, null);
    assertThatThrownBy(() -> jobs.bulks.prepare(request, "ann"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("QJ7036 filter: ");
  }
}
