package io.queuejob.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.engine.graph.Stage.Edge;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.LedgerBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Children run once all their parents are done, and no sooner. */
class GraphRunPgTest {
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

  private static List<Call> writes(int number) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      calls.add(write("job " + i));
    }
    return calls;
  }

  // S-GR-10, S-ST-03 (T3)
  @Test
  void a_child_runs_after_both_of_its_parents() throws Exception {
    stage.beans.get(0).shutGate();
    List<Call> calls =
        List.of(write("p"), Call.of(LedgerBean.class, "writeAtGate", "q"), write("child"));
    List<UUID> jobs = stage.graph(calls, List.of(new Edge(0, 2), new Edge(1, 2)));
    stage.awaitState(jobs.get(0), "done");
    assertThat(stage.rows.state(jobs.get(2))).isEqualTo("wait_dependencies");
    stage.beans.get(0).openGate();
    stage.awaitState(jobs.get(2), "done");
    assertThat(stage.effects("child")).isEqualTo(1);
    assertThat(stage.rows.number("SELECT count(*) FROM queue_job.job_release")).isZero();
  }

  // S-GR-10: a chain goes on at once, not with the next pulse
  @Test
  void a_chain_of_a_hundred_runs_in_order_and_without_pauses() throws Exception {
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i < 100; i++) {
      edges.add(new Edge(i - 1, i));
    }
    List<UUID> jobs = stage.graph(writes(100), edges);
    stage.awaitState(jobs.get(99), "done");
    assertThat(stage.rows.one("SELECT string_agg(name, ',' ORDER BY id) FROM ledger"))
        .startsWith("job 0,job 1,job 2,")
        .endsWith(",job 98,job 99");
    long millis =
        stage.rows.number(
            "SELECT (extract(epoch FROM max(ended) - min(ended)) * 1000)::bigint FROM ledger");
    assertThat(Duration.ofMillis(millis)).isLessThan(Duration.ofSeconds(20));
  }

  // S-GR-11, S-GR-14
  @Test
  void children_of_a_failed_job_wait_and_the_rest_goes_on() throws Exception {
    stage.beans.get(0).fail(true);
    List<UUID> jobs =
        stage.graph(
            List.of(failing("bad"), write("below"), write("lone"), write("below lone")),
            List.of(new Edge(0, 1), new Edge(2, 3)));
    stage.awaitState(jobs.get(0), "failed");
    stage.awaitState(jobs.get(3), "done");
    assertThat(stage.rows.state(jobs.get(1))).isEqualTo("wait_dependencies");
    stage.beans.get(0).fail(false);
    stage.command(c -> c.requeue(jobs.get(0), "tester"));
    stage.awaitState(jobs.get(1), "done");
  }

  // S-GR-13
  @Test
  void a_waiting_job_that_is_set_done_releases_its_children() throws Exception {
    stage.beans.get(0).fail(true);
    List<UUID> jobs =
        stage.graph(
            List.of(failing("bad"), write("middle"), write("last")),
            List.of(new Edge(0, 1), new Edge(1, 2)));
    stage.awaitState(jobs.get(0), "failed");
    stage.command(c -> c.setDone(jobs.get(1), "tester"));
    stage.awaitState(jobs.get(2), "done");
    assertThat(stage.effects("middle")).isZero();
  }

  // S-GR-11: all below, at any depth, unless they have been released
  @Test
  void a_cancel_takes_all_that_waits_for_the_job_with_it() throws Exception {
    stage.beans.get(0).fail(true);
    List<Call> calls = new ArrayList<>(List.of(failing("bad")));
    calls.addAll(writes(50));
    List<Edge> edges = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      edges.add(new Edge(i - 1, i));
    }
    List<UUID> jobs = stage.graph(calls, edges);
    stage.awaitState(jobs.get(0), "failed");
    stage.command(c -> c.cancel(jobs.get(0), "tester"));
    assertThat(stage.inState("cancelled")).isEqualTo(51);
    assertThat(stage.rows.one("SELECT result FROM queue_job.job WHERE uuid = ?", jobs.get(50)))
        .contains("tester", jobs.get(0).toString());
  }

  // S-GR-11: the choice to leave them
  @Test
  void a_cancel_of_the_job_alone_leaves_its_children_waiting() throws Exception {
    stage.beans.get(0).fail(true);
    List<UUID> jobs = stage.graph(List.of(failing("bad"), write("below")), List.of(new Edge(0, 1)));
    stage.awaitState(jobs.get(0), "failed");
    stage.command(c -> c.cancel(jobs.get(0), "tester", false));
    assertThat(stage.rows.state(jobs.get(1))).isEqualTo("wait_dependencies");
  }

  // S-GR-12
  @Test
  void a_requeued_parent_holds_the_children_that_wait_and_no_others() throws Exception {
    stage.beans.get(0).fail(true);
    List<UUID> jobs =
        stage.graph(
            List.of(write("p"), failing("q"), write("both"), write("only p")),
            List.of(new Edge(0, 2), new Edge(1, 2), new Edge(0, 3)));
    stage.awaitState(jobs.get(3), "done");
    stage.awaitState(jobs.get(1), "failed");
    String open =
        "SELECT count(*) FROM queue_job.job_dependency d JOIN queue_job.job c ON c.id = d.child_id"
            + " WHERE d.open AND c.uuid = ?";
    assertThat(stage.rows.number(open, jobs.get(2))).isEqualTo(1);
    stage.command(c -> c.requeue(jobs.get(3), "tester"));
    stage.awaitState(jobs.get(3), "done");
    stage.command(c -> c.requeue(jobs.get(2), "tester"));
    assertThat(stage.rows.state(jobs.get(2)))
        .as("a waiting job is left alone")
        .isEqualTo("wait_dependencies");
    stage.command(c -> c.cancel(jobs.get(2), "tester"));
    stage.command(c -> c.requeue(jobs.get(2), "tester"));
    assertThat(stage.rows.state(jobs.get(2)))
        .as("a parent is not done")
        .isEqualTo("wait_dependencies");
    stage.beans.get(0).fail(false);
    stage.command(c -> c.requeue(jobs.get(1), "tester"));
    stage.awaitState(jobs.get(2), "done");
    assertThat(stage.effects("both")).isEqualTo(1);
  }

  // a release that was lost with its node is made up for by any node's pulse
  @Test
  void notes_that_nobody_acted_upon_are_found_by_the_pulse() throws Exception {
    stage.beans.get(0).fail(true);
    List<UUID> jobs = stage.graph(List.of(failing("p"), write("child")), List.of(new Edge(0, 1)));
    stage.awaitState(jobs.get(0), "failed");
    stage.rows.update(
        """
        WITH ended AS (
          UPDATE queue_job.job SET state = 'done', failed = false, finished = now()
          WHERE uuid = ? RETURNING id),
        closed AS (
          UPDATE queue_job.job_dependency SET open = false
          WHERE parent_id = (SELECT id FROM ended) RETURNING parent_id, child_id)
        INSERT INTO queue_job.job_release SELECT parent_id, child_id FROM closed
        """,
        jobs.get(0));
    stage.awaitState(jobs.get(1), "done");
  }

  // three layers on two nodes, one job in the middle fails, and is requeued
  @Test
  void a_thousand_jobs_in_three_layers_rest_where_they_should() throws Exception {
    stage.start();
    stage.beans.forEach(bean -> bean.fail(true));
    List<Call> calls = writes(1_000);
    calls.set(500, failing("job 500"));
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 333; i++) {
      edges.add(new Edge(i, 333 + i));
      edges.add(new Edge((i + 1) % 333, 333 + i));
    }
    for (int i = 0; i < 334; i++) {
      edges.add(new Edge(333 + i % 333, 666 + i));
      edges.add(new Edge(333 + (i + 7) % 333, 666 + i));
    }
    List<UUID> jobs = stage.graph(calls, edges);
    stage.awaitNone("pending", "enqueued");
    assertThat(stage.rows.state(jobs.get(500))).isEqualTo("failed");
    assertThat(stage.rows.state(jobs.get(666 + 167))).isEqualTo("wait_dependencies");
    assertThat(stage.rows.state(jobs.get(666 + 160))).isEqualTo("wait_dependencies");
    assertThat(stage.inState("wait_dependencies")).isEqualTo(2);
    assertThat(stage.inState("done")).isEqualTo(997);
    stage.beans.forEach(bean -> bean.fail(false));
    stage.command(c -> c.requeue(jobs.get(500), "tester"));
    stage.awaitNone("pending", "enqueued", "wait_dependencies");
    assertThat(stage.inState("done")).isEqualTo(1_000);
    assertThat(stage.rows.number("SELECT count(DISTINCT name) FROM ledger")).isEqualTo(1_000);
    assertThat(stage.rows.number("SELECT count(*) FROM queue_job.defect")).isZero();
    assertThat(stage.rows.number("SELECT count(*) FROM ledger")).isEqualTo(1_000);
    assertThat(stage.rows.number("SELECT count(*) FROM queue_job.defect")).isZero();
  }
}
