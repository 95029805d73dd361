package io.queuejob.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.CommandResult.Verdict;
import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.bulk.BulkAction;
import io.queuejob.admin.bulk.JobChange;
import io.queuejob.admin.job.JobDossier;
import io.queuejob.admin.reach.OutOfReachException;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.inspect.CopyCommand;
import io.queuejob.internal.operations.inspect.Dossier;
import io.queuejob.internal.operations.inspect.RequeueDownstream;
import io.queuejob.internal.storage.inspect.GraphReading;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Await;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may act in a channel touches nothing outside of it. */
class ReachPgTest {
  private static final String WAITING =
      "SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock'";

  private ManyJobs jobs;
  private JobAdmin desk;
  private JobDossier dossier;

  @BeforeEach
  void open() throws Exception {
    jobs = new ManyJobs();
    CommandStore store = new CommandStore(jobs.joined);
    JobCommands commands = new JobCommands(store);
    desk = new JobDesk(null, commands, null, jobs.transactions).within(Reach.of("mail"));
    dossier =
        new Dossier(
                null,
                new CopyCommand(store, null, null, null),
                new RequeueDownstream(store, commands, new GraphReading(jobs.joined)),
                jobs.transactions)
            .within(Reach.of("mail"));
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  private UUID job(String channel, String state) throws Exception {
    return UUID.fromString(
        jobs.rows.one(
            "INSERT INTO queue_job.job (function_id, channel, state, waits, failed, finished, origin,"
                + " graph) SELECT 1, ?, s, s = 'pending', s = 'failed', CASE WHEN s IN ('done',"
                + " 'cancelled') THEN now() END, 'engine', '00000000-0000-4000-8000-000000000001'"
                + " FROM (SELECT ?::text AS s) AS given RETURNING uuid",
            channel,
            state));
  }

  private UUID child(UUID parent, String channel, String state) throws Exception {
    UUID child = job(channel, state);
    jobs.rows.update(
        "INSERT INTO queue_job.job_dependency (parent_id, child_id, open) SELECT p.id, c.id,"
            + " p.state <> 'done' FROM queue_job.job p, queue_job.job c WHERE p.uuid = ? AND c.uuid = ?",
        parent,
        child);
    return child;
  }

  private static void refused(String id, ThrowingCallable command) {
    assertThatThrownBy(command)
        .isInstanceOf(OutOfReachException.class)
        .hasMessageStartingWith(id + " ")
        .hasMessageContaining("root.mail");
  }

  @Test
  void a_job_elsewhere_is_left_alone() throws Exception {
    UUID failed = job("root.print", "failed");
    refused("QJ7092", () -> desk.requeue(failed, "ann"));
    refused("QJ7092", () -> desk.cancel(failed, "ann"));
    refused("QJ7092", () -> desk.setDone(failed, "ann"));
    refused("QJ7092", () -> desk.reveal(failed, "ann"));
    refused("QJ7092", () -> desk.revealResult(failed, "ann"));
    refused("QJ7092", () -> dossier.copy(failed, "ann"));
    refused("QJ7092", () -> dossier.requeueFrom(failed, "ann"));
    refused("QJ7095", () -> desk.requeueStuck(Duration.ofMinutes(1), Duration.ofMinutes(1), "ann"));
    assertThat(jobs.rows.state(failed)).isEqualTo("failed");
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.audit")).isZero();
  }

  @Test
  void a_job_in_the_channel_or_below_it_is_mended() throws Exception {
    UUID failed = job("root.mail", "failed");
    UUID pending = job("root.mail.urgent", "pending");
    assertThat(desk.requeue(failed, "ann").verdict()).isEqualTo(Verdict.DONE);
    assertThat(desk.setDone(pending, "ann").verdict()).isEqualTo(Verdict.DONE);
    assertThat(jobs.rows.state(failed)).isEqualTo("pending");
    assertThat(jobs.rows.state(pending)).isEqualTo("done");
    assertThat(desk.requeue(UUID.randomUUID(), "ann").verdict()).isEqualTo(Verdict.NOT_FOUND);
  }

  @Test
  void a_cancel_that_would_reach_jobs_elsewhere_is_refused_and_one_alone_is_not() throws Exception {
    UUID parent = job("root.mail", "pending");
    UUID near = child(parent, "root.mail.urgent", "wait_dependencies");
    UUID far = child(near, "root.print", "wait_dependencies");
    refused("QJ7093", () -> desk.cancel(parent, "ann"));
    assertThat(jobs.rows.state(parent)).isEqualTo("pending");
    assertThat(jobs.rows.state(near)).isEqualTo("wait_dependencies");

    desk.cancel(parent, "ann", false);
    assertThat(jobs.rows.state(parent)).isEqualTo("cancelled");
    assertThat(jobs.rows.state(far)).isEqualTo("wait_dependencies");
  }

  @Test
  void a_cancel_takes_along_what_waits_in_the_channel() throws Exception {
    UUID parent = job("root.mail", "pending");
    UUID near = child(parent, "root.mail.urgent", "wait_dependencies");
    UUID over = child(near, "root.print", "cancelled");
    desk.cancel(parent, "ann");
    assertThat(jobs.rows.state(near)).isEqualTo("cancelled");
    assertThat(jobs.rows.state(over)).isEqualTo("cancelled");
  }

  @Test
  void a_requeue_of_all_downstream_is_all_or_nothing() throws Exception {
    UUID parent = job("root.mail", "done");
    UUID far = child(parent, "root.print", "done");
    refused("QJ7092", () -> dossier.requeueFrom(parent, "ann"));
    assertThat(jobs.rows.state(parent)).isEqualTo("done");
    assertThat(jobs.rows.state(far)).isEqualTo("done");
    jobs.rows.update("UPDATE queue_job.job SET channel = 'root.mail' WHERE uuid = ?", far);
    assertThat(dossier.requeueFrom(parent, "ann").verdict()).isEqualTo(Verdict.DONE);
  }

  @Test
  void a_job_is_moved_only_between_channels_of_the_caller() throws Exception {
    UUID here = job("root.mail", "pending");
    UUID there = job("root.print", "pending");
    JobChange out = new JobChange(BulkAction.CHANNEL, "print");
    JobChange in = new JobChange(BulkAction.CHANNEL, "mail");
    refused("QJ7094", () -> jobs.bulks.within(Reach.of("mail")).change(here, out, "ann"));
    refused("QJ7092", () -> jobs.bulks.within(Reach.of("mail")).change(there, in, "ann"));
    assertThat(jobs.count("channel = 'root.mail'")).isEqualTo(1);
    jobs.bulks.within(Reach.of("mail", "print")).change(here, out, "ann");
    assertThat(jobs.count("channel = 'root.mail'")).isZero();
  }

  @Test
  void a_job_that_is_being_moved_away_counts_as_where_it_arrives() throws Exception {
    UUID job = job("root.mail", "failed");
    try (Connection other = jobs.database.login().connect();
        Statement move = other.createStatement()) {
      other.setAutoCommit(false);
      move.execute("UPDATE queue_job.job SET channel = 'root.print'");
      CompletableFuture<Void> command =
          CompletableFuture.runAsync(() -> refused("QJ7092", () -> desk.requeue(job, "ann")));
      Await.until(
          "the command waits", Duration.ofSeconds(20), () -> jobs.rows.one(WAITING), "1"::equals);
      other.commit();
      command.join();
    }
    assertThat(jobs.rows.state(job)).isEqualTo("failed");
  }
}
