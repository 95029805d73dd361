package io.queuejob.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.IdentityScope;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.job.StoredJob;
import io.queuejob.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keyed calls on two real connections, in the orders that matter (S-ID-03 to S-ID-07). */
class KeyedCallPgTest {
  /** Why a keyed job waits, as the page on operations tells it. */
  private static final String HELD =
      """
      SELECT id, uuid, channel FROM queue_job.job j WHERE waits AND blocking_key IS NOT NULL
        AND NOT EXISTS (SELECT FROM
          (SELECT id FROM queue_job.job k WHERE k.id = j.id FOR UPDATE SKIP LOCKED) free)
      """;

  private Scene scene;
  private Caller ann;
  private Caller bob;

  @BeforeEach
  void open() throws Exception {
    scene = new Scene();
    ann = scene.caller();
    bob = scene.caller();
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  private String row(long id) throws Exception {
    return scene.rows.one("SELECT j::text FROM queue_job.job j WHERE id = ?", id);
  }

  private long jobs() throws Exception {
    return scene.rows.number("SELECT count(*) FROM queue_job.job");
  }

  // S-ID-03, S-ID-04
  @Test
  void a_second_call_finds_the_waiting_job_and_leaves_it_as_it_was() throws Exception {
    StoredJob first = ann.call("k");
    ann.commit();
    String before = row(first.id());

    StoredJob second = bob.call(Caller.request("k", IdentityScope.QUEUED, Duration.ofHours(1)));
    bob.commit();

    assertThat(first.created()).isTrue();
    assertThat(second).isEqualTo(new StoredJob(first.id(), first.uuid(), false));
    assertThat(row(first.id())).isEqualTo(before);
    assertThat(jobs()).isEqualTo(1);
  }

  // S-ID-03
  @Test
  void a_job_that_is_due_later_blocks_and_so_does_one_in_the_callers_own_transaction()
      throws Exception {
    StoredJob later = ann.call(Caller.request("k", IdentityScope.QUEUED, Duration.ofHours(1)));

    assertThat(ann.call("k").id()).isEqualTo(later.id());
    ann.commit();
    assertThat(bob.call("k").id()).isEqualTo(later.id());
  }

  // S-ID-05
  @Test
  void a_call_waits_for_an_uncommitted_one_and_is_stored_if_that_one_is_rolled_back()
      throws Exception {
    StoredJob first = ann.call("k");
    Future<StoredJob> second = bob.calls(Caller.request("k", IdentityScope.QUEUED, null));
    scene.awaitBlocked(1);
    ann.rollback();

    assertThat(second.get().created()).isTrue();
    bob.commit();
    assertThat(jobs()).isEqualTo(1);
    assertThat(scene.shows(first.id())).isNull();
  }

  // S-ID-05
  @Test
  void a_call_waits_for_an_uncommitted_one_and_finds_it_if_that_one_is_committed()
      throws Exception {
    StoredJob first = ann.call("k");
    Future<StoredJob> second = bob.calls(Caller.request("k", IdentityScope.QUEUED, null));
    scene.awaitBlocked(1);
    ann.commit();

    assertThat(second.get()).isEqualTo(new StoredJob(first.id(), first.uuid(), false));
    bob.rollback();
    assertThat(scene.claim()).hasSize(1);
  }

  // S-ID-03, P7
  @Test
  void a_job_that_a_caller_found_starts_after_that_callers_commit() throws Exception {
    ann.call("k");
    ann.commit();
    bob.call("k");

    assertThat(scene.claim()).isEmpty();
    assertThat(scene.rows.one(HELD)).isEqualTo("1");
    bob.commit();
    assertThat(scene.rows.one(HELD)).isNull();
    assertThat(scene.claim()).hasSize(1);
  }

  // S-ID-03
  @Test
  void a_call_that_meets_a_claim_waits_for_it_and_makes_a_new_job() throws Exception {
    StoredJob first = ann.call("k");
    ann.commit();
    ann.sql(
        "UPDATE queue_job.job SET state = 'enqueued', waits = false, token = 1, blocking_key = NULL");
    Future<StoredJob> second = bob.calls(Caller.request("k", IdentityScope.QUEUED, null));
    scene.awaitBlocked(1);
    ann.commit();

    assertThat(second.get().created()).isTrue();
    assertThat(second.get().id()).isNotEqualTo(first.id());
  }

  // S-ID-03
  @Test
  void a_call_that_meets_a_claim_that_is_undone_finds_the_waiting_job() throws Exception {
    StoredJob first = ann.call("k");
    ann.commit();
    ann.sql(
        "UPDATE queue_job.job SET state = 'enqueued', waits = false, token = 1, blocking_key = NULL");
    Future<StoredJob> second = bob.calls(Caller.request("k", IdentityScope.QUEUED, null));
    scene.awaitBlocked(1);
    ann.rollback();

    assertThat(second.get().id()).isEqualTo(first.id());
  }

  // S-ID-03, S-ID-07
  @Test
  void a_claimed_job_blocks_only_with_the_wider_scope_and_until_it_ended() throws Exception {
    StoredJob narrow = ann.call("narrow");
    StoredJob wide = ann.call(Caller.request("wide", IdentityScope.QUEUED_OR_RUNNING, null));
    ann.commit();
    List<ClaimedJob> claimed = scene.claim();

    assertThat(bob.call("narrow").id()).isNotEqualTo(narrow.id());
    assertThat(bob.call("wide").id()).isEqualTo(wide.id());
    ClaimedJob running =
        claimed.stream().filter(job -> job.id() == wide.id()).findFirst().orElseThrow();
    scene.inJob(() -> scene.outcomes.complete(running, Duration.ZERO, new Outcome.Done(null)));
    assertThat(bob.call("wide").created()).isTrue();
  }

  // S-ID-06
  @Test
  void jobs_without_a_key_never_block() throws Exception {
    assertThat(ann.call((String) null).created()).isTrue();
    assertThat(ann.call((String) null).created()).isTrue();
  }

  // S-ID-01
  @Test
  void keys_are_of_one_application_and_long_ones_count_whole() throws Exception {
    String start = "x".repeat(4000);
    Caller elsewhere = scene.caller(scene.function("other"));

    assertThat(ann.call(start + "1").created()).isTrue();
    assertThat(ann.call(start + "2").created()).isTrue();
    assertThat(ann.call(start + "1").created()).isFalse();
    assertThat(elsewhere.call(start + "1").created()).isTrue();
  }

  // S-ID-05
  @Test
  void two_keys_in_opposite_orders_refuse_one_caller_and_the_other_goes_on() throws Exception {
    ann.call("a");
    bob.call("b");
    Future<StoredJob> anns = ann.calls(Caller.request("b", IdentityScope.QUEUED, null));
    scene.awaitBlocked(1);
    Future<StoredJob> bobs = bob.calls(Caller.request("a", IdentityScope.QUEUED, null));
    Await.until("deadlock", Scene.SOON, () -> anns.isDone() || bobs.isDone(), done -> done);
    boolean annGoesOn = bobs.isDone();
    Caller refused = annGoesOn ? bob : ann;

    assertThatThrownBy((annGoesOn ? bobs : anns)::get).hasMessageContaining("QJ3006");
    assertThat(refused.sql("SELECT count(*) FROM queue_job.job")).isEqualTo("1");
    refused.rollback();
    assertThat((annGoesOn ? anns : bobs).get().created()).isTrue();
    (annGoesOn ? ann : bob).commit();
    assertThat(jobs()).isEqualTo(2);
  }

  // S-ID-05
  @Test
  void the_wait_for_somebody_elses_transaction_is_bounded_and_the_callers_own_goes_on()
      throws Exception {
    ann.call("k");
    bob.call("other");

    assertThatThrownBy(() -> bob.call("k"))
        .hasMessageContaining("QJ3005")
        .hasMessageContaining("'k'");
    assertThat(bob.sql("SHOW lock_timeout")).isEqualTo("0");
    bob.commit();
    assertThat(jobs()).isEqualTo(1);
  }
}
