package io.queuejob.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.engine.graph.Stage.Edge;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.LedgerBean;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Short stories of graphs, told to the end: S-WS-05 to S-WS-07, S-GR-14, S-GR-15. */
class GraphExamplesPgTest {
  private static final List<Edge> FAN_IN = List.of(new Edge(0, 3), new Edge(1, 3), new Edge(2, 3));
  private final Stage stage = new Stage();

  @BeforeEach
  void start() throws Exception {
    stage.start();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private static Call write(String name) {
    return Call.of(LedgerBean.class, "write", name, 0L);
  }

  private static Call failing(String name) {
    return Call.of(LedgerBean.class, "failWhileTold", name);
  }

  /** a, b, c, and z that waits for them; c fails. */
  private List<UUID> fanInWithFailure() throws Exception {
    stage.beans.get(0).fail(true);
    List<UUID> jobs =
        stage.graph(List.of(write("a"), write("b"), failing("c"), write("z")), FAN_IN);
    stage.awaitState(jobs.get(0), "done");
    stage.awaitState(jobs.get(1), "done");
    stage.awaitState(jobs.get(2), "failed");
    assertThat(stage.rows.state(jobs.get(3))).isEqualTo("wait_dependencies");
    assertThat(stage.rows.number("SELECT count(DISTINCT graph) FROM queue_job.job")).isEqualTo(1);
    return jobs;
  }

  private String result(UUID job) throws Exception {
    return stage.rows.one("SELECT result FROM queue_job.job WHERE uuid = ?", job);
  }

  /** S-WS-05: the last parent failed, and Ann declares it done. */
  @Test
  void a_fan_in_goes_on_once_its_failed_parent_is_declared_done() throws Exception {
    List<UUID> jobs = fanInWithFailure();
    stage.command(c -> c.setDone(jobs.get(2), "Ann"));
    assertThat(result(jobs.get(2))).contains("Ann");
    stage.awaitState(jobs.get(3), "done");
    assertThat(stage.effects("z")).isEqualTo(1);
  }

  /** S-WS-06: a done parent is requeued, then its done child, too. */
  @Test
  void a_requeued_child_waits_for_its_requeued_parent() throws Exception {
    List<UUID> jobs = fanInWithFailure();
    stage.command(c -> c.setDone(jobs.get(2), "Ann"));
    stage.awaitState(jobs.get(3), "done");
    stage.command(c -> c.requeue(jobs.get(2), "Ann"));
    stage.awaitState(jobs.get(2), "failed");
    assertThat(stage.rows.state(jobs.get(3))).isEqualTo("done");
    stage.command(c -> c.requeue(jobs.get(3), "Ann"));
    assertThat(stage.rows.state(jobs.get(3))).isEqualTo("wait_dependencies");
    stage.beans.get(0).fail(false);
    stage.command(c -> c.requeue(jobs.get(2), "Ann"));
    stage.awaitState(jobs.get(3), "done");
    assertThat(stage.effects("z")).isEqualTo(2);
    assertThat(stage.effects("a")).isEqualTo(1);
  }

  /** S-WS-07: with and without what waits for it. */
  @Test
  void a_cancelled_parent_and_its_child_are_requeued_one_after_the_other() throws Exception {
    List<UUID> jobs = fanInWithFailure();
    stage.command(c -> c.cancel(jobs.get(2), "Ann"));
    assertThat(stage.rows.state(jobs.get(3))).isEqualTo("cancelled");
    stage.command(c -> c.requeue(jobs.get(3), "Ann"));
    assertThat(stage.rows.state(jobs.get(3))).isEqualTo("wait_dependencies");
    stage.command(c -> c.requeue(jobs.get(2), "Ann"));
    stage.awaitState(jobs.get(2), "failed");
    stage.command(c -> c.cancel(jobs.get(2), "Ann", false));
    assertThat(stage.rows.state(jobs.get(3))).isEqualTo("wait_dependencies");
    stage.beans.get(0).fail(false);
    stage.command(c -> c.requeue(jobs.get(2), "Ann"));
    stage.awaitState(jobs.get(3), "done");
    assertThat(stage.effects("z")).isEqualTo(1);
  }

  /** S-GR-11, S-ST-09: a cancel that the node of a running job carries out. */
  @Test
  void a_running_job_that_is_cancelled_takes_those_that_wait_with_it_if_that_was_meant()
      throws Exception {
    for (boolean dependents : List.of(true, false)) {
      List<UUID> jobs =
          stage.graph(
              List.of(Call.of(LedgerBean.class, "untilCancelled", "p"), write("c"), write("last")),
              List.of(new Edge(0, 1), new Edge(1, 2)));
      stage.awaitState(jobs.get(0), "started");
      stage.command(c -> c.cancel(jobs.get(0), "Ann", dependents));
      stage.awaitState(jobs.get(0), "cancelled");
      assertThat(result(jobs.get(0))).isEqualTo("cancelled while it ran, by Ann");
      for (UUID below : jobs.subList(1, 3)) {
        stage.awaitState(below, dependents ? "cancelled" : "wait_dependencies");
      }
      if (dependents) {
        assertThat(result(jobs.get(2))).contains("Ann", jobs.get(0).toString());
      }
    }
    assertThat(stage.rows.number("SELECT count(*) FROM ledger")).isZero();
  }

  /** S-GR-14 */
  @Test
  void a_parent_that_is_tried_again_releases_its_child_once() throws Exception {
    List<UUID> jobs =
        stage.graph(
            List.of(Call.of(LedgerBean.class, "retryUntil", "p", 3), write("child")),
            List.of(new Edge(0, 1)));
    stage.awaitState(jobs.get(1), "done");
    assertThat(
            stage.rows.one(
                "SELECT p.retry || ' ' || c.retry || ' ' || (c.started >= p.finished)"
                    + " FROM queue_job.job p, queue_job.job c WHERE p.uuid = ? AND c.uuid = ?",
                jobs.get(0),
                jobs.get(1)))
        .isEqualTo("3 1 true");
    assertThat(stage.effects("child")).isEqualTo(1);
  }

  /** S-GR-15: on two nodes that run both parents of each child side by side. */
  @Test
  void two_parents_that_end_together_release_their_child_once() throws Exception {
    stage.start();
    List<Call> calls = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      calls.addAll(List.of(write("left"), write("right"), write("child " + i)));
      edges.addAll(List.of(new Edge(3 * i, 3 * i + 2), new Edge(3 * i + 1, 3 * i + 2)));
    }
    stage.graph(calls, edges);
    stage.awaitNone("wait_dependencies", "pending", "enqueued");
    assertThat(stage.inState("done")).isEqualTo(900);
    String children = " FROM ledger WHERE name LIKE 'child %'";
    assertThat(stage.rows.number("SELECT count(*)" + children)).isEqualTo(300);
    assertThat(stage.rows.number("SELECT count(DISTINCT name)" + children)).isEqualTo(300);
    assertThat(stage.rows.number("SELECT count(*) FROM queue_job.defect")).isZero();
  }
}
