package io.queuejob.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.IdentityScope;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.internal.operations.JobCommands;
import io.queuejob.internal.storage.job.CommandStore.Requeued;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a job's key in the job's life (S-ID-03, S-ID-05, S-ID-07). */
class KeyLifePgTest {
  private static final Outcome.Retry RETRY =
      new Outcome.Retry(
          Duration.ofMinutes(1), Outcome.Budget.ATTEMPTS, new JobError("a.Broken", "no", "at"));

  private Scene scene;
  private Caller ann;

  @BeforeEach
  void open() throws Exception {
    scene = new Scene();
    ann = scene.caller();
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  private StoredJob stored(String key) throws Exception {
    return stored(key, IdentityScope.QUEUED);
  }

  private StoredJob stored(String key, IdentityScope scope) throws Exception {
    StoredJob job = ann.call(Caller.request(key, scope, null));
    ann.commit();
    return job;
  }

  private void nothingToRepair() throws Exception {
    assertThat(scene.rows.number("SELECT count(*) FROM queue_job.keys_to_take")).isZero();
  }

  @Test
  void a_retry_takes_its_key_back() throws Exception {
    StoredJob job = stored("k");
    ClaimedJob claimed = scene.claim().get(0);
    assertThat(scene.shows(job.id())).isEqualTo("enqueued");
    scene.inJob(() -> scene.outcomes.retry(claimed, Duration.ZERO, RETRY));

    assertThat(scene.shows(job.id())).isEqualTo("pending blocks");
    assertThat(stored("k").created()).isFalse();
  }

  @Test
  void a_retry_waits_beside_a_new_job_that_has_its_key() throws Exception {
    StoredJob job = stored("k");
    ClaimedJob claimed = scene.claim().get(0);
    StoredJob twin = stored("k");
    scene.inJob(() -> scene.outcomes.retry(claimed, Duration.ZERO, RETRY));

    assertThat(scene.shows(job.id())).isEqualTo("pending");
    assertThat(scene.shows(twin.id())).isEqualTo("pending blocks");
    nothingToRepair();
  }

  @Test
  void a_retry_does_not_wait_for_a_caller_that_is_making_its_twin() throws Exception {
    StoredJob job = stored("k");
    ClaimedJob claimed = scene.claim().get(0);
    ann.call("k");
    scene.inJob(() -> scene.outcomes.retry(claimed, Duration.ZERO, RETRY));

    assertThat(scene.shows(job.id())).isEqualTo("pending");
    ann.rollback();
    assertThat(
            scene.rows.number(
                "SELECT sum(queue_job.take_key(id, 100)) FROM queue_job.keys_to_take"))
        .isEqualTo(job.id());
    nothingToRepair();
  }

  @Test
  void going_back_to_wait_beside_a_job_with_the_same_key_fails_no_other_of_the_batch()
      throws Exception {
    StoredJob first = stored("a");
    StoredJob second = stored("b");
    StoredJob third = stored(null);
    List<ClaimedJob> claimed = scene.claim();
    StoredJob twin = stored("a");

    assertThat(scene.claims.putBack(claimed)).isEqualTo(3);
    assertThat(scene.shows(first.id())).isEqualTo("pending");
    assertThat(scene.shows(second.id())).isEqualTo("pending blocks");
    assertThat(scene.shows(third.id())).isEqualTo("pending");
    assertThat(scene.shows(twin.id())).isEqualTo("pending blocks");
    nothingToRepair();
  }

  @Test
  void recovery_puts_all_back_though_one_has_a_twin_and_the_key_of_another_is_in_the_making()
      throws Exception {
    StoredJob first = stored("a");
    StoredJob second = stored("b");
    StoredJob third = stored("c");
    StoredJob running = stored("d", IdentityScope.QUEUED_OR_RUNNING);
    scene.claim();
    stored("a");
    ann.call("b");
    scene.recovery.fence(scene.node, "tested");

    assertThat(scene.recovery.recoverBatch(scene.node)).isEqualTo(4);
    assertThat(scene.shows(first.id())).isEqualTo("pending");
    assertThat(scene.shows(second.id())).isEqualTo("pending");
    assertThat(scene.shows(third.id())).isEqualTo("pending blocks");
    assertThat(scene.shows(running.id())).isEqualTo("pending blocks");
  }

  @Test
  void every_end_frees_the_key_of_a_job_that_blocked_while_it_ran() throws Exception {
    for (String key : List.of("done", "failed", "cancelled")) {
      StoredJob job = stored(key, IdentityScope.QUEUED_OR_RUNNING);
      ClaimedJob claimed = scene.claim().get(0);
      assertThat(scene.shows(job.id())).isEqualTo("enqueued blocks");
      scene.inJob(
          () -> {
            switch (key) {
              case "done" ->
                  scene.outcomes.complete(claimed, Duration.ZERO, new Outcome.Done(null));
              case "failed" -> scene.outcomes.fail(claimed, Duration.ZERO, RETRY.error());
              default -> scene.outcomes.cancelHeld(claimed, Duration.ZERO, "by ann");
            }
          });
      assertThat(scene.shows(job.id())).isEqualTo(key);
    }
  }

  @Test
  void cancelling_or_declaring_done_frees_the_key_of_a_waiting_job() throws Exception {
    StoredJob cancelled = stored("k");
    scene.commands.cancel(cancelled.id(), "by ann");
    StoredJob done = stored("k");
    assertThat(done.created()).isTrue();
    scene.commands.setDone(done.id(), "by ann");
    assertThat(stored("k").created()).isTrue();
  }

  // S-ID-05
  @Test
  void a_requeue_takes_a_free_key_and_is_refused_while_another_job_has_it() throws Exception {
    StoredJob first = stored("k");
    scene.commands.cancel(first.id(), "by ann");
    StoredJob twin = stored("k");
    JobCommands commands = new JobCommands(scene.commands);

    assertThat(commands.requeue(first.uuid(), "ann").message())
        .startsWith("QJ7005")
        .contains(twin.uuid().toString());
    assertThat(scene.shows(first.id())).isEqualTo("cancelled");
    scene.commands.setDone(twin.id(), "by ann");
    assertThat(scene.commands.requeue(first.id())).isEqualTo(Requeued.YES);
    assertThat(scene.shows(first.id())).isEqualTo("pending blocks");
  }

  // S-ID-05
  @Test
  void a_requeue_that_meets_the_end_of_the_job_that_blocks_is_refused_until_that_is_committed()
      throws Exception {
    StoredJob first = stored("k", IdentityScope.QUEUED_OR_RUNNING);
    scene.commands.cancel(first.id(), "by ann");
    stored("k", IdentityScope.QUEUED_OR_RUNNING);
    ClaimedJob running = scene.claim().get(0);
    scene.transactions.begin(Scene.SOON);
    scene.outcomes.complete(running, Duration.ZERO, new Outcome.Done(null));

    assertThat(scene.commands.requeue(first.id())).isEqualTo(Requeued.KEY_TAKEN);
    scene.transactions.commit();
    assertThat(scene.commands.requeue(first.id())).isEqualTo(Requeued.YES);
    assertThat(scene.shows(first.id())).isEqualTo("pending blocks");
  }

  @Test
  void a_job_that_waits_cannot_be_requeued_and_keeps_its_key() throws Exception {
    StoredJob job = stored("k");

    assertThat(scene.commands.requeue(job.id())).isEqualTo(Requeued.WRONG_STATE);
    assertThat(scene.shows(job.id())).isEqualTo("pending blocks");
  }
}
