package io.queuejob.around;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.storage.chore.RetentionStep;
import io.queuejob.internal.storage.chore.RetentionStep.Kind;
import io.queuejob.internal.storage.chore.RetentionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S-GC-01 to S-GC-05, S-CH-30: what goes, what stays, and in which steps. */
class RetentionPgTest {
  private static final String NOW = "2026-03-01T12:00:00Z";
  private static final Duration DAILY = Duration.ofHours(24);

  private StoredJobs jobs;
  private RetentionStore store;

  @BeforeEach
  void open() throws Exception {
    jobs = new StoredJobs();
    store = new RetentionStore(jobs.session());
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  private static RetentionStore.Terms terms(OptionalInt failedDays) {
    return new RetentionStore.Terms(DAILY, failedDays, "node#1", Instant.parse(NOW));
  }

  /** One whole run. */
  private long run(OptionalInt failedDays) {
    RetentionStep step;
    do {
      step = store.step(terms(failedDays));
      assertThat(step.kind()).isIn(Kind.WALKED, Kind.ENDED);
    } while (step.kind() != Kind.ENDED);
    return step.removed();
  }

  private long run() {
    return run(OptionalInt.empty());
  }

  private long job(String channel, String state, double daysAgo) throws SQLException {
    return jobs.job(channel, state, daysAgo, NOW);
  }

  /** S-GC-02 */
  @Test
  void each_channel_has_days_of_its_own() throws Exception {
    jobs.channel("root.short", 10);
    jobs.channel("root.long", 45);
    long stays = job("root.short", "done", 9.5);
    job("root.short", "done", 10.5);
    long staysLong = job("root.long", "done", 44);
    job("root.long", "done", 46);

    assertThat(run()).isEqualTo(2);
    assertThat(jobs.left()).containsExactly(stays, staysLong);
  }

  @Test
  void days_beyond_all_instants_keep_their_jobs_and_hold_up_no_other_channel() throws Exception {
    jobs.channel("root.short", 10);
    jobs.channel("root.forever", 99_999_999);
    job("root.short", "done", 10.5);
    long stays = job("root.forever", "done", 400);

    assertThat(run()).isEqualTo(1);
    assertThat(jobs.left()).containsExactly(stays);
  }

  /** S-GC-02 */
  @Test
  void cancelled_counts_like_done_by_its_own_date() throws Exception {
    jobs.channel("root.short", 10);
    long stays = job("root.short", "cancelled", 9.5);
    job("root.short", "cancelled", 10.5);

    assertThat(run()).isEqualTo(1);
    assertThat(jobs.left()).containsExactly(stays);
  }

  /** S-GC-02 */
  @Test
  void no_days_remove_all_that_has_ended_up_to_now() throws Exception {
    jobs.channel("root.none", 0);
    job("root.none", "done", 0);
    job("root.none", "cancelled", 0.001);
    long later = job("root.none", "done", -0.001);

    assertThat(run()).isEqualTo(2);
    assertThat(jobs.left()).containsExactly(later);
  }

  /** S-GC-03, S-ST-07 */
  @Test
  void what_has_not_ended_well_stays_and_failed_jobs_go_only_on_demand() throws Exception {
    long waiting = job("root", "wait_dependencies", 999);
    long pending = job("root", "pending", 999);
    long enqueued = job("root", "enqueued", 999);
    job("root", "failed", 91);
    long failed = job("root", "failed", 89);

    assertThat(run()).isZero();
    jobs.rows.update("DELETE FROM queue_job.chore");
    assertThat(run(OptionalInt.of(90))).isEqualTo(1);
    assertThat(jobs.left()).containsExactly(waiting, pending, enqueued, failed);
  }

  /** S-GC-04, S-CH-30, S-IS-15 */
  @Test
  void the_nearest_channel_above_decides_and_thirty_days_where_none_does() throws Exception {
    jobs.channel("root.a", 10);
    jobs.channel("root.a.b", null);
    job("root.a.b.c", "done", 11);
    long other = job("root.ab", "done", 11);
    job("root.ab", "done", 30.5);

    assertThat(run()).isEqualTo(2);
    jobs.rows.update("DELETE FROM queue_job.chore");
    jobs.channel("root", null);
    long young = job("root.x", "done", 29.5);
    job("root.x", "done", 30.5);
    assertThat(run()).isEqualTo(1);
    assertThat(jobs.left()).containsExactly(other, young);
  }

  /** S-GC-05 */
  @Test
  void a_graph_stays_until_all_of_it_is_done_or_cancelled() throws Exception {
    UUID open = UUID.randomUUID();
    UUID over = UUID.randomUUID();
    long done = job("root", "done", 99);
    long failed = job("root", "failed", 99);
    long first = job("root", "done", 99);
    long second = job("root", "cancelled", 99);
    jobs.rows.update(
        "UPDATE queue_job.job SET graph = CASE WHEN id IN (?, ?) THEN ?::uuid ELSE ?::uuid END",
        done,
        failed,
        open,
        over);
    jobs.rows.update(
        "INSERT INTO queue_job.job_dependency (parent_id, child_id, open) VALUES (?, ?, false)",
        first,
        second);

    assertThat(run(OptionalInt.of(1))).isEqualTo(2);
    assertThat(jobs.left()).containsExactly(done, failed);
    assertThat(jobs.rows.number("SELECT count(*) FROM queue_job.job_dependency")).isZero();
  }

  /** S-GC-05 */
  @Test
  void a_parent_stays_while_a_child_of_it_waits() throws Exception {
    long parent = job("root", "done", 99);
    long child = job("root", "wait_dependencies", 99);
    jobs.rows.update(
        "INSERT INTO queue_job.job_dependency (parent_id, child_id) VALUES (?, ?)", parent, child);

    assertThat(run()).isZero();
    assertThat(jobs.left()).containsExactly(parent, child);
  }

  @Test
  void what_belongs_to_a_job_goes_with_it() throws Exception {
    long old = job("root", "done", 99);
    long young = job("root", "done", 1);
    for (long id : List.of(old, young)) {
      jobs.rows.update(
          "INSERT INTO queue_job.job_attempt (job_id, attempt, outcome) VALUES (?, 1, 'retry')",
          id);
      jobs.rows.update(
          "INSERT INTO queue_job.job_log (job_id, attempt, text) VALUES (?, 1, 'line')", id);
      jobs.rows.update(
          "INSERT INTO queue_job.job_run (job_id, token, node_id) VALUES (?, 7, 1)", id);
    }
    run();
    for (String table : List.of("job_attempt", "job_log", "job_run")) {
      assertThat(jobs.rows.one("SELECT string_agg(job_id::text, ',') FROM queue_job." + table))
          .isEqualTo(String.valueOf(young));
    }
  }

  /** S-GC-01, S-IS-15 */
  @Test
  void a_run_goes_in_steps_of_a_thousand_and_goes_on_elsewhere() throws Exception {
    jobs.rows.update(
        """
        INSERT INTO queue_job.job (id, function_id, state, waits, finished, origin)
        SELECT n, 1, 'done', false, ?::timestamptz - interval '99 days', 'engine'
        FROM generate_series(1, 2500) n
        """,
        NOW);
    assertThat(store.step(terms(OptionalInt.empty())).removed()).isEqualTo(1000);
    assertThat(jobs.left()).hasSize(1500).first().isEqualTo(1001L);

    RetentionStore elsewhere = new RetentionStore(jobs.session());
    assertThat(elsewhere.step(terms(OptionalInt.empty())).removed()).isEqualTo(2000);
    assertThat(run()).isEqualTo(2500);
    assertThat(jobs.left()).isEmpty();
    assertThat(jobs.rows.one("SELECT result FROM queue_job.chore")).isEqualTo("removed 2500 jobs");
  }

  @Test
  void after_a_run_nothing_is_due_until_its_interval_is_over() throws Exception {
    run();
    RetentionStep rest = store.step(terms(OptionalInt.empty()));
    assertThat(rest.kind()).isEqualTo(Kind.REST);
    assertThat(rest.time()).isEqualTo(DAILY);
    jobs.rows.update("UPDATE queue_job.chore SET began = began - interval '25 hours'");
    assertThat(store.step(terms(OptionalInt.empty())).kind()).isEqualTo(Kind.ENDED);
  }

  @Test
  void two_nodes_never_take_a_step_at_the_same_time() throws Exception {
    try (Connection other = jobs.login.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute(
          "SELECT pg_advisory_xact_lock(hashtextextended('queue_job.chore.retention', 0))");
      assertThat(store.step(terms(OptionalInt.empty())).kind()).isEqualTo(Kind.BUSY);
      other.rollback();
    }
    assertThat(store.step(terms(OptionalInt.empty())).kind()).isEqualTo(Kind.ENDED);
  }

  @Test
  void a_job_that_somebody_has_in_hand_is_left_for_the_next_run() throws Exception {
    long held = job("root", "done", 99);
    job("root", "done", 99);
    try (Connection other = jobs.login.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT id FROM queue_job.job WHERE id = " + held + " FOR UPDATE");
      assertThat(run()).isEqualTo(1);
      other.rollback();
    }
    assertThat(jobs.left()).containsExactly(held);
  }

  private UUID bulkChange(int daysAgo) throws SQLException {
    UUID id =
        UUID.fromString(
            jobs.rows.one(
                "INSERT INTO queue_job.bulk (action, filter, actor, counted, state, confirmed,"
                    + " ended, undoable) SELECT 'cancel', 'x', 'ann', 2, 'done', at, at, true FROM"
                    + " (SELECT ?::timestamptz - ? * interval '24 hours' AS at) t RETURNING id",
                NOW,
                daysAgo));
    jobs.rows.update(
        "INSERT INTO queue_job.bulk_job (bulk_id, job_id, changed, before, reason)"
            + " VALUES (?, 1, now(), 'pending', NULL), (?, 2, NULL, NULL, 'skipped')",
        id,
        id);
    return id;
  }

  private String kept(UUID bulk) throws SQLException {
    return jobs.rows.one(
        "SELECT b.undoable || ' ' || string_agg(i.job_id::text, ' ' ORDER BY i.job_id)"
            + " FROM queue_job.bulk b JOIN queue_job.bulk_job i ON i.bulk_id = b.id"
            + " WHERE b.id = ? GROUP BY b.id",
        bulk);
  }

  @Test
  void what_bulk_changes_did_is_forgotten_when_nobody_may_undo_them() throws Exception {
    UUID young = bulkChange(7);
    UUID old = bulkChange(9);
    UUID undone = bulkChange(9);
    UUID undo = bulkChange(1);
    jobs.rows.update(
        "UPDATE queue_job.bulk SET undoable = false, undoes = ? WHERE id = ?", undone, undo);
    jobs.rows.update("UPDATE queue_job.bulk SET undone = ? WHERE id = ?", undo, undone);

    assertThat(run()).isZero();
    assertThat(kept(old)).isEqualTo("false 2");
    assertThat(kept(young)).isEqualTo("true 1 2");
    assertThat(kept(undone)).isEqualTo("true 1 2");
  }
}
