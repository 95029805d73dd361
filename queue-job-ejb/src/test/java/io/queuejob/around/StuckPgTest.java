package io.queuejob.around;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.StuckJobs;
import io.queuejob.internal.operations.JobDesk;
import io.queuejob.internal.operations.StuckSweep;
import io.queuejob.internal.storage.JoinedDatabase;
import io.queuejob.internal.storage.chore.StuckStore;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.LocalTransactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S-GC-06, S-GC-07: operators put back what is held for long. */
class StuckPgTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private StoredJobs jobs;
  private JobAdmin admin;

  @BeforeEach
  void open() throws Exception {
    jobs = new StoredJobs();
    LocalTransactions transactions = new LocalTransactions(jobs.login.dataSource());
    JoinedDatabase database = new JoinedDatabase(transactions.dataSource());
    CommandStore commands = new CommandStore(database);
    admin =
        new JobDesk(
            null,
            null,
            new StuckSweep(new StuckStore(database), commands, transactions),
            transactions);
    jobs.rows.update(
        "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('n', 'a', 1)");
    jobs.rows.update("INSERT INTO queue_job.function (application, name) VALUES ('a', 'f')");
  }

  @AfterEach
  void close() {
    jobs.close();
  }

  /** A job that was claimed so many minutes ago, and perhaps began so many minutes ago. */
  private long held(long token, double claimed, Double began) throws SQLException {
    long id = jobs.job("root", "enqueued", 0, Instant.now().toString());
    jobs.rows.update("UPDATE queue_job.job SET token = ? WHERE id = ?", token, id);
    jobs.rows.update(
        "INSERT INTO queue_job.claim (token, node_id, job_ids, created)"
            + " VALUES (?, 1, ARRAY[?::bigint], now() - ? * interval '1 minute')",
        token,
        id,
        claimed);
    if (began != null) {
      jobs.rows.update(
          "INSERT INTO queue_job.job_run (job_id, token, node_id, started)"
              + " VALUES (?, ?, 1, now() - ? * interval '1 minute')",
          id,
          token,
          began);
    }
    return id;
  }

  private String state(long id) throws SQLException {
    return jobs.rows.one("SELECT state FROM queue_job.job_state WHERE id = ?", id);
  }

  /** S-GC-06 */
  @Test
  void only_what_is_held_for_longer_is_put_back() throws Exception {
    long young = held(1, 0.5, null);
    long old = held(2, 2, null);
    long running = held(3, 90, 30.0);
    long hanging = held(4, 90, 89.0);

    assertThat(admin.requeueStuck(MINUTE, HOUR, "ann")).isEqualTo(new StuckJobs(1, 1));
    assertThat(state(young)).isEqualTo("enqueued");
    assertThat(state(old)).isEqualTo("pending");
    assertThat(state(running)).isEqualTo("started");
    assertThat(state(hanging)).isEqualTo("pending");
  }

  /** S-GC-06 */
  @Test
  void zero_switches_one_test_off() throws Exception {
    long enqueued = held(1, 90, null);
    long started = held(2, 90, 90.0);

    assertThat(admin.requeueStuck(MINUTE, Duration.ZERO, "ann")).isEqualTo(new StuckJobs(1, 0));
    assertThat(state(started)).isEqualTo("started");
    assertThat(admin.requeueStuck(Duration.ZERO, MINUTE, "ann")).isEqualTo(new StuckJobs(0, 1));
    assertThat(state(enqueued)).isEqualTo("pending");
    assertThat(state(started)).isEqualTo("pending");
  }

  /** S-GC-06 */
  @Test
  void both_zero_or_one_negative_is_refused() {
    for (Duration started : new Duration[] {Duration.ZERO, Duration.ofMinutes(-1), null}) {
      assertThatThrownBy(() -> admin.requeueStuck(Duration.ZERO, started, "ann"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("QJ7020 expected ")
          .hasMessageContaining("found enqueued PT0S and started " + started);
    }
  }

  /** S-GC-06 */
  @Test
  void history_and_audit_say_who_did_it() throws Exception {
    long id = held(1, 2, null);
    admin.requeueStuck(MINUTE, HOUR, "ann");

    assertThat(
            jobs.rows.one(
                "SELECT outcome || ', ' || node || ', ' || message FROM queue_job.job_attempt"
                    + " WHERE job_id = ?",
                id))
        .isEqualTo("requeued, n#1, held for long, put back by ann");
    assertThat(
            jobs.rows.one(
                "SELECT concat_ws('|', actor, action, filter, jobs) FROM queue_job.audit"))
        .isEqualTo("ann|requeue stuck|enqueued PT1M, started PT1H|1");
  }

  /** S-GC-06, S-ID-03 */
  @Test
  void it_blocks_again_where_its_key_is_free() throws Exception {
    long id = held(1, 2, null);
    jobs.rows.update(
        "UPDATE queue_job.job SET identity_key = 'k', identity_scope = 'queued' WHERE id = ?", id);
    admin.requeueStuck(MINUTE, HOUR, "ann");
    assertThat(jobs.rows.one("SELECT blocking_key FROM queue_job.job WHERE id = ?", id))
        .isNotNull();
  }

  /** S-GC-07 */
  @Test
  void a_job_that_is_just_being_completed_is_left_alone() throws Exception {
    long id = held(1, 2, null);
    try (Connection holder = jobs.login.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT id FROM queue_job.job WHERE id = " + id + " FOR UPDATE");
      assertThat(admin.requeueStuck(MINUTE, HOUR, "ann").total()).isZero();
      holder.rollback();
    }
    assertThat(state(id)).isEqualTo("enqueued");
  }
}
