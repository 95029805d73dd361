package io.queuejob.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.boot.Environment;
import io.queuejob.internal.port.Threads;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.PlainThreads;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Clocks that are wrong, executors that are full, transactions of others, a standby for a while.
 */
class SurroundingsPgTest {
  private final Ground ground = new Ground();

  @AfterEach
  void close() {
    ground.close();
  }

  private EngineHarness withClock(String name, Duration wrongBy) throws Exception {
    InstantSource wrong = InstantSource.offset(InstantSource.system(), wrongBy);
    return ground.started(
        EngineHarness.start(
            ground.login,
            Ground.settings("node-name", name),
            new Environment.Clocks(wrong, System::nanoTime),
            new PlainThreads(),
            ground.bean));
  }

  @Test
  void clocks_that_are_an_hour_off_start_nothing_early_late_or_twice() throws Exception {
    EngineHarness fast = withClock("fast", Duration.ofHours(1));
    ground.bean.openedBy(fast.dataSource());
    EngineHarness slow = withClock("slow", Duration.ofHours(-1));
    List<UUID> jobs = new ArrayList<>();
    for (EngineHarness caller : List.of(fast, slow)) {
      for (int i = 0; i < 5; i++) {
        jobs.add(caller.delay(Call.of(LedgerBean.class, "write", "now", 0L)));
        jobs.add(
            caller.delay(
                Call.of(LedgerBean.class, "write", "later", 0L).after(Duration.ofSeconds(3))));
      }
    }
    for (UUID job : jobs) {
      ground.awaitState(job, "done");
    }
    assertThat(ground.effects("%")).isEqualTo(20);
    assertThat(
            ground.rows.number(
                """
                SELECT count(*) FROM queue_job.job
                WHERE created NOT BETWEEN now() - interval '1 min' AND now()
                  OR started < eta OR started > coalesce(eta, created) + interval '3 s'
                """))
        .isZero();
    assertThat(ground.rows.number("SELECT count(*) FROM queue_job.node WHERE state = 'alive'"))
        .isEqualTo(2);
  }

  /** Takes no work for a while. */
  private static final class FullAtFirst implements Threads {
    private final Threads threads = new PlainThreads();
    private final AtomicInteger refusals = new AtomicInteger(12);

    @Override
    public void start(String name, Runnable loop) {
      threads.start(name, loop);
    }

    @Override
    public void execute(String executor, Runnable worker) {
      if (refusals.getAndDecrement() > 0) {
        throw new RejectedExecutionException("full");
      }
      threads.execute(executor, worker);
    }
  }

  @Test
  void a_hand_over_that_was_lost_leaves_nothing_enqueued() throws Exception {
    FullAtFirst threads = new FullAtFirst();
    EngineHarness node =
        ground.started(
            EngineHarness.start(
                ground.login,
                Ground.settings("channels", "root:2"),
                Environment.Clocks.SYSTEM,
                threads,
                ground.bean));
    ground.bean.openedBy(node.dataSource());
    for (int i = 0; i < 6; i++) {
      node.delay(Call.of(LedgerBean.class, "write", "handed over " + i, 0L));
    }
    ground.awaitEffects("handed over %", 6);
    assertThat(threads.refusals.get()).isNegative();
    Await.until(
        "none is held",
        Ground.SOON,
        () ->
            ground.rows.number(
                "SELECT (SELECT count(*) FROM queue_job.job WHERE state = 'enqueued')"
                    + " + (SELECT count(*) FROM queue_job.claim)"),
        n -> n == 0);
  }

  private Connection open(String isolation, String statement) throws SQLException {
    Connection connection = ground.login.connect();
    connection.setAutoCommit(false);
    try (Statement first = connection.createStatement()) {
      first.execute("SET TRANSACTION ISOLATION LEVEL " + isolation);
      first.execute(statement);
    }
    return connection;
  }

  @Test
  void idle_transactions_and_old_snapshots_do_not_stop_the_drain() throws Exception {
    EngineHarness node = ground.start("channels", "root:8");
    ground.rows.update("UPDATE queue_job.channel SET paused = true");
    node.transactions().begin(Ground.SOON);
    for (int i = 0; i < 1_000; i++) {
      node.delay(Call.of(LedgerBean.class, "write", "drained " + i, 0L));
    }
    node.transactions().commit();
    try (Connection reader = open("REPEATABLE READ", "SELECT count(*) FROM queue_job.job");
        Connection idle =
            open(
                "READ COMMITTED",
                "SELECT id FROM queue_job.job ORDER BY priority, created, id LIMIT 3 FOR UPDATE")) {
      ground.rows.update("UPDATE queue_job.channel SET paused = false");
      ground.awaitEffects("drained %", 997);
      idle.rollback();
      ground.awaitEffects("drained %", 1_000);
      reader.rollback();
    }
  }

  @Test
  void a_due_job_or_an_orphan_that_somebody_locks_holds_up_no_other() throws Exception {
    EngineHarness node = ground.start();
    int function = ground.function(node, "write");
    for (int i = 0; i < 3; i++) {
      node.delay(Call.of(LedgerBean.class, "write", "due" + i, 0L).after(Duration.ofSeconds(2)));
    }
    ground.deadNode("dead", function, "orphan0", "orphan1", "orphan2");
    try (Connection locked =
        open(
            "READ COMMITTED",
            "SELECT id FROM queue_job.job WHERE arguments LIKE '%due0%' OR arguments LIKE"
                + " '%orphan0%' FOR UPDATE")) {
      ground.awaitEffects("due%", 2);
      ground.awaitEffects("orphan%", 2);
      locked.rollback();
    }
    ground.awaitEffects("due%", 3);
    ground.awaitEffects("orphan%", 3);
  }

  private void standby(boolean on) throws SQLException {
    String database = ground.rows.one("SELECT current_database()");
    try (Connection connection = ground.login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET default_transaction_read_only = off");
      statement.execute(
          "ALTER DATABASE " + database + " SET default_transaction_read_only = " + on);
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }
  }

  @Test
  void a_database_that_is_read_only_for_a_while_is_waited_for_without_a_restart() throws Exception {
    EngineHarness node = ground.start();
    ground.bean.shutGate();
    UUID running = node.delay(Call.of(LedgerBean.class, "writeAtGate", "ran"));
    UUID waiting =
        node.delay(Call.of(LedgerBean.class, "write", "due", 0L).after(Duration.ofSeconds(2)));
    ground.awaitState(running, "started");
    standby(true);
    ground.bean.openGate();
    Await.until("refused", Ground.SOON, ground.bean::calls, calls -> calls > 0);
    long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    Await.until("5 s", Ground.SOON, System::nanoTime, now -> now > until);
    assertThat(ground.effects("%")).isZero();
    standby(false);
    ground.awaitState(waiting, "done");
    ground.awaitState(running, "done");
    assertThat(ground.rows.number("SELECT count(*) FROM queue_job.job WHERE failed")).isZero();
    assertThat(ground.effects("%")).isEqualTo(2);
  }
}
