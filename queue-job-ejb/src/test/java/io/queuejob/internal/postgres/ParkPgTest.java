package io.queuejob.internal.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.IdentityScope;
import io.queuejob.devdb.DatabaseLogin;
import io.queuejob.devdb.TestDatabase;
import io.queuejob.testkit.Await;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.Rows;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is a copy does none of the original's jobs once it is parked. */
class ParkPgTest {
  private static final Duration SOON = Duration.ofSeconds(15);
  private static final Map<String, String> SETTINGS = Map.of("queue-job.channels", "root:4");

  private final DatabaseLogin login = TestDatabase.freshDatabase();
  private final String name = login.url().substring(login.url().lastIndexOf('/') + 1);
  private final Rows rows = new Rows(login);
  private final LedgerBean bean = new LedgerBean();
  private UUID claimed;
  private UUID waiting;
  private UUID later;
  private UUID failed;

  /** As the original was when it was copied: a node that holds a job, jobs that wait. */
  @BeforeEach
  void copyOfABusyDatabase() throws Exception {
    try (EngineHarness original = EngineHarness.start(login, SETTINGS, bean)) {
      bean.openedBy(original.dataSource());
      failed = original.delay(Call.of(LedgerBean.class, "failForGood", "bad"));
      claimed = original.delay(write("claimed").after(Duration.ofHours(1)));
      waiting = original.delay(write("waiting").after(Duration.ofHours(1)));
      later =
          original.delay(
              write("later").after(Duration.ofHours(1)).keyed("k", IdentityScope.QUEUED));
      Await.until("failed", SOON, () -> rows.state(failed), "failed"::equals);
    }
    rows.update(
        "INSERT INTO queue_job.node (name, application, lock_key) VALUES ('prod', 'test', 4711)");
    rows.update(
        "INSERT INTO queue_job.claim (token, node_id, job_ids) SELECT 77, n.id, ARRAY[j.id]"
            + " FROM queue_job.node n, queue_job.job j WHERE n.name = 'prod' AND j.uuid = ?",
        claimed);
    rows.update(
        "UPDATE queue_job.job SET state = 'enqueued', due = NULL, token = 77 WHERE uuid = ?",
        claimed);
    rows.update("UPDATE queue_job.job SET waits = true, due = NULL WHERE uuid = ?", waiting);
  }

  @AfterEach
  void drop() {
    TestDatabase.drop(login);
  }

  private static Call write(String text) {
    return Call.of(LedgerBean.class, "write", text, 0L);
  }

  private void park(String database) throws SQLException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(SchemaScript.run(new String[] {"park", database}, printed, printed)).isZero();
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(out.toString(StandardCharsets.UTF_8));
    }
  }

  private String written() throws SQLException {
    return rows.one("SELECT string_agg(name, ' ' ORDER BY name) FROM ledger");
  }

  @Test
  void without_parking_a_copy_does_the_originals_jobs() throws Exception {
    try (EngineHarness copy = EngineHarness.start(login, SETTINGS, bean)) {
      bean.openedBy(copy.dataSource());
      Await.until("the original's jobs", SOON, this::written, "claimed waiting"::equals);
    }
  }

  @Test
  void a_parked_copy_runs_what_is_called_on_it_and_nothing_else() throws Exception {
    park(name);
    try (EngineHarness copy = EngineHarness.start(login, SETTINGS, bean)) {
      bean.openedBy(copy.dataSource());
      UUID own = copy.delay(write("own").keyed("k", IdentityScope.QUEUED));
      Await.until("own job", SOON, () -> rows.state(own), "done"::equals);
      assertThat(written()).isEqualTo("own");
    }
    for (UUID job : new UUID[] {claimed, waiting, later}) {
      assertThat(rows.state(job)).isEqualTo("cancelled");
    }
    assertThat(rows.state(failed)).isEqualTo("failed");
    assertThat(rows.one("SELECT action || ' ' || jobs FROM queue_job.audit WHERE action = 'park'"))
        .isEqualTo("park 3");
    assertThat(rows.number("SELECT count(*) FROM queue_job.claim")).isZero();
  }

  @Test
  void parking_twice_is_harmless() throws Exception {
    park(name);
    park(name);
    assertThat(rows.number("SELECT count(*) FROM queue_job.job WHERE state = 'cancelled'"))
        .isEqualTo(3);
  }

  @Test
  void a_database_on_which_a_node_runs_is_no_copy() throws Exception {
    rows.update("UPDATE queue_job.channel SET paused = true WHERE path = 'root'");
    try (EngineHarness node = EngineHarness.start(login, SETTINGS, bean)) {
      Await.until(
          "a node that has joined",
          SOON,
          () ->
              rows.number(
                  "SELECT count(*) FROM queue_job.node WHERE state = 'alive' AND name = 'node'"),
          joined -> joined == 1);
      assertThatThrownBy(() -> park(name))
          .hasMessageContaining("expected a copy on which no node runs")
          .hasMessageContaining(node.engine().nodeLabel().orElseThrow());
    }
    assertThat(rows.state(waiting)).isEqualTo("pending");
  }

  @Test
  void another_database_than_the_one_that_is_meant_is_left_alone() throws Exception {
    assertThatThrownBy(() -> park("elsewhere"))
        .hasMessageContaining("expected database elsewhere, found " + name);
    assertThat(rows.state(waiting)).isEqualTo("pending");
  }
}
