package io.queuejob.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Locks that somebody else holds: each statement of the engine ends, and is tried again. */
class BlockedStatementsPgTest {
  private static final String LONGEST_OWN =
      """
      SELECT coalesce(max((extract(epoch FROM clock_timestamp() - query_start) * 1000)::bigint), 0)
      FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
        AND application_name LIKE 'queue-job %'
      """;

  /** When the statement that waits was sent, in microseconds; 0 if none waits. */
  private static final String COMPLETION_THAT_WAITS =
      """
      SELECT coalesce(max((extract(epoch FROM query_start) * 1000000)::bigint), 0)
      FROM pg_stat_activity WHERE datname = current_database()
        AND wait_event_type = 'Lock' AND query LIKE 'UPDATE queue_job.job %'
      """;

  /** 1 while a statement sent at that time runs; a waiter that looks for deadlocks counts too. */
  private static final String COMPLETION_OF_THAT_TIME =
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query LIKE 'UPDATE queue_job.job %'
        AND (extract(epoch FROM query_start) * 1000000)::bigint =
      """;

  private final Ground ground = new Ground();

  @AfterEach
  void close() {
    ground.close();
  }

  /** Holds what a statement locks, until the connection is closed. */
  private Connection holding(String statement) throws SQLException {
    Connection connection = ground.login.connect();
    connection.setAutoCommit(false);
    try (Statement locking = connection.createStatement()) {
      locking.execute(statement);
    }
    return connection;
  }

  private long watch(Duration time, String sql) throws Exception {
    long[] most = {0};
    long end = System.nanoTime() + time.toNanos();
    Await.until(
        "the end of the watch",
        time.plusSeconds(10),
        () -> {
          most[0] = Math.max(most[0], ground.rows.number(sql));
          return System.nanoTime() - end;
        },
        late -> late > 0);
    return most[0];
  }

  @Test
  void claims_and_heartbeats_that_a_lock_holds_up_end_and_are_sent_again() throws Exception {
    EngineHarness node = ground.start();
    String label = Ground.label(node);
    UUID job;
    try (Connection locked = holding("LOCK TABLE queue_job.node IN ACCESS EXCLUSIVE MODE")) {
      job = node.delay(Call.of(LedgerBean.class, "write", "held up", 0L));
      assertThat(watch(Duration.ofSeconds(8), LONGEST_OWN)).isBetween(500L, 4_500L);
      locked.rollback();
    }
    ground.awaitState(job, "done");
    assertThat(Ground.label(node)).isEqualTo(label);
    assertThat(ground.effects("held up")).isEqualTo(1);
  }

  @Test
  void a_completion_that_a_lock_holds_up_ends_and_the_job_runs_again() throws Exception {
    EngineHarness node = ground.start();
    ground.bean.shutGate();
    UUID job = node.delay(Call.of(LedgerBean.class, "writeAtGate", "held up"));
    ground.awaitState(job, "started");
    try (Connection locked =
        holding("SELECT id FROM queue_job.job WHERE uuid = '" + job + "' FOR UPDATE")) {
      ground.bean.openGate();
      long first =
          Await.until(
              "waits", Ground.SOON, () -> ground.rows.number(COMPLETION_THAT_WAITS), n -> n > 0);
      long since = System.nanoTime();
      Await.until(
          "ends, though the next may wait already",
          Ground.SOON,
          () -> ground.rows.number(COMPLETION_OF_THAT_TIME + first),
          n -> n == 0);
      assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(12));
      locked.rollback();
    }
    ground.awaitState(job, "done");
    assertThat(ground.effects("held up")).isEqualTo(1);
    assertThat(ground.rows.one("SELECT outcome FROM queue_job.job_attempt")).isEqualTo("retry");
  }
}
