package io.queuejob.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.engine.graph.Stage.Edge;
import io.queuejob.internal.codec.ArgumentCodec;
import io.queuejob.internal.execution.CurrentJob;
import io.queuejob.internal.storage.run.ParentStore;
import io.queuejob.testkit.Call;
import io.queuejob.testkit.EngineHarness;
import io.queuejob.testkit.LedgerBean;
import io.queuejob.testkit.NoEntities;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What parents left can be read by their child; what is cancelled with a job, and what is not. */
class ParentsPgTest {
  private final Stage stage = new Stage();
  private final Family family = new Family();

  @BeforeEach
  void start() throws Exception {
    EngineHarness node = stage.start(family);
    ParentStore store = new ParentStore(node.engine().database());
    family.knows(new CurrentJob(store::of, new ArgumentCodec(new NoEntities())));
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private static Call call(String method, Object... arguments) {
    return Call.of(Family.class, method, arguments);
  }

  @Test
  void a_child_reads_the_results_of_its_parents_in_the_order_of_their_calls() throws Exception {
    List<UUID> jobs =
        stage.graph(
            List.of(
                call("number", 7),
                call("words", "a", "b"),
                call("nothing"),
                call("collect"),
                call("sum")),
            List.of(
                new Edge(0, 3), new Edge(1, 3), new Edge(2, 3), new Edge(0, 4), new Edge(2, 4)));
    stage.awaitState(jobs.get(3), "done");
    stage.awaitState(jobs.get(4), "done");
    assertThat(family.seen)
        .containsExactly(
            "parents 3", "number 7", "words [\"a\",\"b\"]", "nothing all was done before");
    assertThat(stage.rows.one("SELECT result FROM queue_job.job WHERE uuid = ?", jobs.get(4)))
        .isEqualTo("7");
  }

  @Test
  void a_result_of_another_type_is_refused_by_name() throws Exception {
    List<UUID> jobs =
        stage.graph(List.of(call("words", "a", "b"), call("ask")), List.of(new Edge(0, 1)));
    stage.awaitState(jobs.get(1), "failed");
    assertThat(
            stage.rows.one("SELECT error_message FROM queue_job.job WHERE uuid = ?", jobs.get(1)))
        .contains("QJ1227", "java.lang.Integer");
  }

  @Test
  void a_child_reads_a_secret_result_and_no_message_shows_it() throws Exception {
    List<UUID> jobs =
        stage.graph(
            List.of(call("password"), call("collect"), call("ask")),
            List.of(new Edge(0, 1), new Edge(0, 2)));
    stage.awaitState(jobs.get(1), "done");
    assertThat(family.seen).containsExactly("parents 1", "password \"hush\"");
    stage.awaitState(jobs.get(2), "failed");
    assertThat(
            stage.rows.one("SELECT error_message FROM queue_job.job WHERE uuid = ?", jobs.get(2)))
        .contains("QJ1227", "a secret value, which is not shown")
        .doesNotContain("hush");
  }

  @Test
  void a_job_without_a_graph_has_no_parents() throws Exception {
    List<UUID> jobs = stage.graph(List.of(call("collect")), List.of());
    stage.awaitState(jobs.get(0), "done");
    assertThat(family.seen).containsExactly("parents 0");
  }

  // S-GR-11
  @Test
  void a_cancel_takes_those_with_it_that_wait_or_leaves_them_waiting() throws Exception {
    stage.beans.get(0).fail(true);
    Call failing = Call.of(LedgerBean.class, "failWhileTold", "x");
    Call child = Call.of(LedgerBean.class, "write", "child", 0L);
    List<Edge> chain = List.of(new Edge(0, 1), new Edge(1, 2));
    List<UUID> alone = stage.graph(List.of(failing, child, child), chain);
    List<UUID> together = stage.graph(List.of(failing, child, child), chain);
    stage.awaitState(alone.get(0), "failed");
    stage.awaitState(together.get(0), "failed");
    stage.command(c -> c.cancel(alone.get(0), "ann", false));
    stage.command(c -> c.cancel(together.get(0), "ann", true));
    assertThat(alone.stream().map(this::state))
        .containsExactly("cancelled", "wait_dependencies", "wait_dependencies");
    assertThat(together.stream().map(this::state)).containsOnly("cancelled");
  }

  private String state(UUID job) {
    try {
      return stage.rows.state(job);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
