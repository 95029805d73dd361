package io.queuejob.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing left of what the engine shares with the application, or of the server. */
class ExhaustedPgTest {
  private static final String TOO_MANY = "53300";

  private final Ground ground = new Ground();
  private final List<Connection> taken = new ArrayList<>();

  @AfterEach
  void close() throws SQLException {
    giveBack();
    ground.close();
  }

  private void giveBack() throws SQLException {
    for (Connection one : taken) {
      one.close();
    }
    taken.clear();
  }

  /** The application takes all that its pool can lend. */
  private void exhaust(EngineHarness node) throws Exception {
    HikariDataSource pool = node.dataSource().unwrap(HikariDataSource.class);
    pool.setMinimumIdle(0);
    pool.setMaximumPoolSize(pool.getHikariPoolMXBean().getTotalConnections() + 1);
    while (pool.getHikariPoolMXBean().getActiveConnections() < pool.getMaximumPoolSize()) {
      taken.add(pool.getConnection());
    }
  }

  @Test
  void heartbeat_and_recovery_go_on_while_the_application_holds_its_whole_pool() throws Exception {
    EngineHarness node = ground.start();
    int function = ground.function(node, "write");
    exhaust(node);
    int dead = ground.deadNode("dead", function, "orphan");
    ground.rows.update("UPDATE queue_job.channel SET capacity = 3");
    Await.until(
        "put back",
        Ground.SOON,
        () -> ground.rows.number("SELECT count(*) FROM queue_job.claim WHERE node_id = ?", dead),
        n -> n == 0);
    Await.until(
        "beats",
        Ground.SOON,
        () ->
            ground.rows.one(
                "SELECT heartbeat > clock_timestamp() - interval '1.5 s' AND configuration_seen ="
                    + " (SELECT version FROM queue_job.configuration)"
                    + " FROM queue_job.node WHERE state = 'alive'"),
        "t"::equals);
    giveBack();
    ground.awaitEffects("orphan", 1);
  }

  @Test
  void a_function_that_nobody_knew_does_not_hold_the_pulse_up() throws Exception {
    EngineHarness node = ground.start();
    exhaust(node);
    Thread caller =
        new Thread(() -> node.engine().functionNumbers().numberOf("some.Bean.unknown()"));
    caller.start();
    ground.rows.update("UPDATE queue_job.channel SET capacity = 3");
    Await.until(
        "seen",
        Ground.SOON,
        () ->
            ground.rows.one(
                "SELECT configuration_seen = (SELECT version FROM queue_job.configuration)"
                    + " FROM queue_job.node"),
        "t"::equals);
    assertThat(caller.isAlive()).isTrue();
    giveBack();
    caller.join();
  }

  /** Takes all connections that the server has for this role. */
  private void fillServer() throws SQLException {
    try {
      while (true) {
        taken.add(ground.login.connect());
      }
    } catch (SQLException full) {
      assertThat(full.getSQLState()).isEqualTo(TOO_MANY);
    }
  }

  private static void endEngineSessions(Connection by) throws SQLException {
    try (var statement = by.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND application_name LIKE 'queue-job %'");
    }
  }

  @Test
  void a_server_out_of_connections_is_waited_for_and_no_job_fails() throws Exception {
    EngineHarness node = ground.start();
    Connection outside = ground.login.connect();
    ground.bean.shutGate();
    UUID running = node.delay(Call.of(LedgerBean.class, "writeAtGate", "ran"));
    ground.awaitState(running, "started");
    fillServer();
    endEngineSessions(outside);
    fillServer();
    outside
        .createStatement()
        .execute(
            "INSERT INTO queue_job.job (function_id, arguments) SELECT function_id,"
                + " '{\"v\":1,\"args\":[\"waits\"]}' FROM queue_job.job");
    ground.bean.openGate();
    Await.until(
        "the ended sessions are noticed",
        Ground.SOON,
        () -> {
          fillServer();
          return ground.bean.calls();
        },
        calls -> calls >= 1);
    giveBack();
    outside.close();
    ground.awaitEffects("waits", 1);
    ground.awaitState(running, "done");
    assertThat(ground.effects("ran")).isEqualTo(1);
    assertThat(ground.rows.number("SELECT count(*) FROM queue_job.job WHERE failed")).isZero();
  }
}
