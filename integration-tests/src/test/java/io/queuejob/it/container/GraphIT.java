package io.queuejob.it.container;

import static io.queuejob.api.JobGraph.chain;
import static io.queuejob.api.JobGraph.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.JobAdmin;
import io.queuejob.api.Delayable;
import io.queuejob.api.JobGraph;
import io.queuejob.api.JobInfo;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.it.container.work.CdiWorker;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Graphs, and small jobs that share commits, by the public interface inside a server. */
@ExtendWith(ArquillianExtension.class)
class GraphIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int LAYER = 300;
  private static final int MIDDLE = 400;

  @Inject private CdiWorker worker;
  @Inject private JobQueue jobs;
  @Inject private JobAdmin admin;
  @Inject private Database database;
  @Resource private UserTransaction transaction;

  @Deployment
  static WebArchive application() {
    String worker = "queue-job.function.CdiWorker.";
    return Wars.application(
            "graphs",
            CdiWorker.class.getPackage(),
            "root:4\n" + worker + "add.channel=root.sums\n" + worker + "small.priority=33")
        .addClasses(Database.class, Await.class);
  }

  @AfterEach
  void nothingFails() {
    worker.fail(null);
  }

  private Delayable<CdiWorker> step(String name) {
    return jobs.delayable(CdiWorker.class, w -> w.step(name)).description(name);
  }

  private String states(String prefix) {
    return database.text(
        "SELECT string_agg(state || ' ' || n, ', ' ORDER BY state) FROM (SELECT state, count(*) n"
            + " FROM queue_job.job_state WHERE description LIKE ? GROUP BY state) s",
        prefix + "%");
  }

  private String effects(String prefix) {
    return database.text(
        "SELECT count(*) || ' of ' || count(DISTINCT name) FROM effect WHERE name LIKE ?",
        prefix + "%");
  }

  private void awaitStates(String prefix, String expected) {
    try {
      Await.until(SOON, () -> expected.equals(states(prefix)));
    } catch (RuntimeException | AssertionError late) {
      assertThat(states(prefix)).as(late.getMessage()).isEqualTo(expected);
    }
  }

  private String defects() {
    return database.text("SELECT count(*) FROM queue_job.defect");
  }

  /** S-GR-10, S-GR-11, S-GR-12: three layers, each job of which waits for two of the one above. */
  @Test
  void a_thousand_jobs_in_three_layers_wait_below_the_one_that_fails_and_go_on_after_its_requeue() {
    worker.fail("thousand b7");
    String before = defects();
    List<JobGraph> first = layer("thousand a", LAYER);
    List<JobGraph> middle = layer("thousand b", MIDDLE);
    List<JobGraph> last = layer("thousand c", LAYER);
    link(first, middle);
    link(middle, last);
    JobGraph.Result result = group(first).delay();
    assertThat(result.created()).hasSize(LAYER + MIDDLE + LAYER);
    JobRef failing = ((Delayable<?>) middle.get(7)).ref().orElseThrow();

    awaitStates("thousand", "done 997, failed 1, wait_dependencies 2");
    assertThat(effects("thousand")).isEqualTo("997 of 997");

    worker.fail(null);
    assertThat(admin.requeue(failing.uuid(), "ann").verdict())
        .isEqualTo(CommandResult.Verdict.DONE);
    awaitStates("thousand", "done 1000");
    assertThat(effects("thousand")).isEqualTo("1000 of 1000");
    assertThat(defects()).isEqualTo(before);
  }

  private List<JobGraph> layer(String name, int size) {
    List<JobGraph> layer = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      layer.add(step(name + i));
    }
    return layer;
  }

  /** Each child has the parent of its own place and the next one. */
  private static void link(List<JobGraph> parents, List<JobGraph> children) {
    for (int i = 0; i < children.size(); i++) {
      parents.get(i % parents.size()).onDone(children.get(i));
      parents.get((i + 1) % parents.size()).onDone(children.get(i));
    }
  }

  /** S-GR-01, S-GR-03, S-WS-05. */
  @Test
  void a_chain_of_groups_runs_in_order_and_its_results_can_be_awaited() {
    Delayable<CdiWorker> last = step("order 3");
    chain(step("order 1"), group(step("order 2a"), step("order 2b")), last).delay();
    Optional<JobInfo> ended = jobs.await(last.ref().orElseThrow(), SOON);
    assertThat(ended.orElseThrow().state()).isEqualTo(JobState.DONE);
    assertThat(ended.get().result()).isEqualTo("\"order 3\"");
    List<String> names =
        database.texts("SELECT name FROM effect WHERE name LIKE 'order %' ORDER BY id");
    assertThat(names).hasSize(4).startsWith("order 1").endsWith("order 3");
  }

  /** S-DL-05. */
  @Test
  void a_graph_is_stored_with_its_callers_transaction_or_not_at_all() throws Exception {
    JobGraph graph = chain(step("back 1"), step("back 2"));
    transaction.begin();
    assertThat(graph.delay().created()).hasSize(2);
    transaction.rollback();
    assertThat(states("back")).isNull();

    transaction.begin();
    graph.delay();
    assertThat(states("back"))
        .as("seen by another session before the commit")
        .isNotEqualTo("done 2");
    transaction.commit();
    awaitStates("back", "done 2");
    assertThat(effects("back")).isEqualTo("2 of 2");
  }

  /** S-JF-03, S-PR-05: what a call says wins over the file, the file over the declaration. */
  @Test
  void calls_take_what_a_module_s_file_says_of_their_function() {
    JobRef configured = jobs.withDelay(CdiWorker.class).call(w -> w.add(1, 2));
    JobRef said = jobs.withDelay(CdiWorker.class).channel("root.other").call(w -> w.add(3, 4));
    worker.small("prioritised");
    assertThat(text("channel", configured)).isEqualTo("root.sums");
    assertThat(text("channel", said)).isEqualTo("root.other");
    assertThat(
            database.text(
                "SELECT priority FROM queue_job.job WHERE arguments LIKE '%prioritised%'"))
        .isEqualTo("33");
  }

  /** S-DL-09. */
  @Test
  void jobs_have_the_columns_that_the_application_gives_them() {
    Delayable<CdiWorker> member = step("columns");
    group(member, step("columns too")).delay();
    JobRef alone = jobs.withDelay(CdiWorker.class).call(w -> w.add(1, 2));
    JobRef keyed = jobs.withDelay(CdiWorker.class).identityKey("columns").call(w -> w.add(2, 3));
    assertThat(text("attributes", member.ref().orElseThrow())).isEqualTo("{\"method\": \"step\"}");
    assertThat(text("attributes", alone)).isEqualTo("{\"method\": \"add\"}");
    assertThat(text("attributes", keyed)).isEqualTo("{\"method\": \"add\"}");
  }

  private String text(String column, JobRef ref) {
    return database.text("SELECT " + column + " FROM queue_job.job WHERE uuid = ?", ref.uuid());
  }

  @Test
  void one_failing_job_among_those_that_share_commits_costs_the_others_nothing() throws Exception {
    worker.fail("small 30");
    transaction.begin();
    for (int i = 0; i < 100; i++) {
      worker.small("small " + i);
    }
    transaction.commit();
    String small = " FROM queue_job.job WHERE arguments LIKE '%small %'";
    Await.until(
        SOON,
        () ->
            database
                .text("SELECT count(*)" + small + " AND state IN ('done', 'failed')")
                .equals("100"));
    assertThat(database.text("SELECT count(*)" + small + " AND state = 'done' AND retry = 1"))
        .isEqualTo("99");
    assertThat(effects("small ")).isEqualTo("99 of 99");
  }
}
