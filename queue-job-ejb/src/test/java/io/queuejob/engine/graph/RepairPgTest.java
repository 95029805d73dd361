package io.queuejob.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.engine.graph.Stage.Edge;
import io.queuejob.internal.storage.Session;
import io.queuejob.internal.storage.chore.RepairStore;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.LedgerBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S-GR-15, S-IS-10: what should have been released is found, let run, and counted. */
class RepairPgTest {
  private static final String FORGOTTEN =
      """
      UPDATE queue_job.job SET state = 'wait_dependencies', finished = NULL, waits = false,
        due = NULL, changed = clock_timestamp() - interval '20 seconds'
      WHERE uuid = ?
      """;
  private static final String LONG_AGO =
      "UPDATE queue_job.job SET finished = clock_timestamp() - interval '20 seconds'"
          + " WHERE uuid = ?";

  private final Stage stage = new Stage();
  private Session session;
  private RepairStore repair;
  private List<UUID> jobs;

  @BeforeEach
  void runAGraph() throws Exception {
    stage.start();
    session =
        new Session(
            new Session.Source() {
              @Override
              public Connection open() throws SQLException {
                return stage.login.connect();
              }

              @Override
              public void giveBack(Connection connection, boolean broken) {
                try {
                  connection.close();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
    repair = new RepairStore(session);
    Call child = Call.of(LedgerBean.class, "write", "child", 0L);
    Call parent = Call.of(LedgerBean.class, "write", "parent", 0L);
    jobs = stage.graph(List.of(parent, parent, child), List.of(new Edge(0, 2), new Edge(1, 2)));
    stage.awaitState(jobs.get(2), "done");
    // the engine's own run does not come in between
    stage.rows.update(
        "INSERT INTO queue_job.chore (name, began) VALUES ('repair', now() - interval '1 hour')"
            + " ON CONFLICT (name) DO UPDATE SET began = EXCLUDED.began");
  }

  @AfterEach
  void close() {
    session.close();
    stage.close();
  }

  private String defects() throws Exception {
    return stage.rows.one("SELECT coalesce(sum(found), 0)::text FROM queue_job.defect");
  }

  @Test
  void a_job_that_was_not_released_is_found_and_runs() throws Exception {
    stage.rows.update(FORGOTTEN, jobs.get(2));
    stage.rows.update(LONG_AGO, jobs.get(0));
    stage.rows.update(LONG_AGO, jobs.get(1));
    assertThat(repair.repair("tester")).isEqualTo(1);
    stage.awaitState(jobs.get(2), "done");
    assertThat(stage.effects("child")).isEqualTo(2);
    assertThat(defects()).isEqualTo("1");
    assertThat(repair.repair("tester")).as("again at once").isZero();
  }

  @Test
  void an_edge_that_was_left_open_is_closed() throws Exception {
    stage.rows.update("UPDATE queue_job.job_dependency SET open = true");
    stage.rows.update(FORGOTTEN, jobs.get(2));
    stage.rows.update(LONG_AGO, jobs.get(0));
    stage.rows.update("DELETE FROM queue_job.job WHERE uuid = ?", jobs.get(1));
    assertThat(repair.repair("tester")).isEqualTo(1);
    stage.awaitState(jobs.get(2), "done");
    assertThat(stage.rows.number("SELECT count(*) FROM queue_job.job_dependency WHERE open"))
        .isZero();
  }

  @Test
  void what_waits_for_a_parent_that_is_not_done_or_was_done_just_now_is_left_alone()
      throws Exception {
    stage.rows.update("UPDATE queue_job.job_dependency SET open = true");
    stage.rows.update(FORGOTTEN, jobs.get(2));
    stage.rows.update(LONG_AGO, jobs.get(0));
    assertThat(repair.repair("tester")).as("a parent done just now").isZero();
    stage.rows.update(
        "UPDATE queue_job.job SET state = 'failed', failed = true, finished = NULL"
            + " WHERE uuid = ?",
        jobs.get(1));
    stage.rows.update("UPDATE queue_job.chore SET began = now() - interval '1 hour'");
    assertThat(repair.repair("tester")).as("a parent that failed").isZero();
    assertThat(stage.rows.state(jobs.get(2))).isEqualTo("wait_dependencies");
    assertThat(defects()).isEqualTo("0");
  }
}
