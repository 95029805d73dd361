package io.queuejob.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobInfo;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.it.container.work.CdiWorker;
import io.queuejob.it.container.work.EjbWorker;
import io.queuejob.it.container.work.Ledger;
import io.queuejob.it.container.work.Picture;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jobs run inside the server as the application's own calls do. */
@ExtendWith(ArquillianExtension.class)
class ExecutionIT {

  private static final String GOOD = "managed true, active true, request 1";

  private static final String CHANNELS = "root:4,root.apart:2:executor=java:app/concurrent/Apart";

  @Inject private EjbWorker ejb;
  @Inject private CdiWorker cdi;
  @Inject private Ledger ledger;
  @Inject private JobQueue jobs;
  @Inject private Database database;

  @Deployment
  static WebArchive application() {
    return Wars.application("work", CdiWorker.class.getPackage(), CHANNELS)
        .addClasses(Database.class, Await.class);
  }

  private JobInfo ended(JobRef ref, JobState expected) {
    Await.until(
        Duration.ofSeconds(20),
        () -> List.of(JobState.DONE, JobState.FAILED).contains(jobs.find(ref).get().state()));
    JobInfo info = jobs.find(ref).get();
    assertThat(info.state()).as(info.toString()).isEqualTo(expected);
    return info;
  }

  private List<String> circumstances(String name) {
    return database.texts("SELECT circumstances FROM effect WHERE name = ? ORDER BY id", name);
  }

  @Test
  void each_job_runs_once_on_a_managed_thread_in_a_transaction_and_a_request_of_its_own() {
    List<JobRef> refs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      refs.add(ejb.work("ejb " + i));
      refs.add(cdi.work("cdi " + i));
    }
    refs.forEach(ref -> ended(ref, JobState.DONE));

    for (int i = 0; i < 20; i++) {
      assertThat(circumstances("ejb " + i)).containsExactly(GOOD);
      assertThat(circumstances("cdi " + i)).containsExactly(GOOD);
    }
    assertThat(
            database.text(
                "SELECT count(DISTINCT xmin::text) FROM effect WHERE name ~ '^(ejb|cdi) [0-9]+$'"))
        .isEqualTo("40");
  }

  @Test
  void the_effect_and_the_completion_are_committed_by_one_transaction() {
    for (JobRef ref : List.of(ejb.work("one ejb"), cdi.work("one cdi"))) {
      ended(ref, JobState.DONE);
      String job = database.text("SELECT xmin FROM queue_job.job WHERE uuid = ?", ref.uuid());
      assertThat(database.texts("SELECT name FROM effect WHERE xmin::text = ?", job)).hasSize(1);
    }
  }

  @Test
  void a_delayed_method_that_runs_as_a_job_is_not_delayed_again() {
    String function = "SELECT count(*) FROM queue_job.job WHERE arguments LIKE ?";
    ended(ejb.work("not again ejb"), JobState.DONE);
    ended(cdi.work("not again cdi"), JobState.DONE);
    assertThat(database.text(function, "%not again ejb%")).isEqualTo("1");
    assertThat(database.text(function, "%not again cdi%")).isEqualTo("1");
  }

  @Test
  void a_delayed_method_called_inside_a_job_makes_a_new_job() {
    ended(jobs.withDelay(CdiWorker.class).call(w -> w.passOn("first")), JobState.DONE);
    Await.until(Duration.ofSeconds(20), () -> circumstances("first, passed on").size() == 1);
    assertThat(circumstances("first")).hasSize(1);
    assertThat(
            database.text(
                "SELECT count(*) FROM queue_job.job WHERE arguments LIKE ?", "%first, passed on%"))
        .isEqualTo("1");
  }

  @Test
  void a_job_that_marks_its_transaction_for_rollback_fails_with_that_reason() {
    JobRef ref = jobs.withDelay(EjbWorker.class).call(w -> w.giveUp("given up"));
    assertThat(ended(ref, JobState.FAILED).error()).contains("QJ4006");
    assertThat(circumstances("given up")).isEmpty();
  }

  @Test
  void an_exception_of_a_session_bean_keeps_its_class_and_message() {
    JobRef ref = jobs.withDelay(EjbWorker.class).call(w -> w.breakDown("broken"));
    ended(ref, JobState.FAILED);
    assertThat(database.text("SELECT error FROM queue_job.job_state WHERE uuid = ?", ref.uuid()))
        .isEqualTo("no ink for broken");
    assertThat(database.text("SELECT error_class FROM queue_job.job WHERE uuid = ?", ref.uuid()))
        .isEqualTo(EjbWorker.OutOfInkException.class.getName());
    assertThat(circumstances("broken")).isEmpty();
  }

  @Test
  void a_return_value_is_the_jobs_result() {
    JobRef ref = jobs.withDelay(CdiWorker.class).call(w -> w.add(2, 3));
    assertThat(ended(ref, JobState.DONE).result()).isEqualTo("5");
  }

  @Test
  void the_jobs_of_a_channel_run_on_the_executor_that_it_names() {
    JobRef ref = jobs.withDelay(CdiWorker.class).channel("root.apart").call(w -> w.thread());
    assertThat(ended(ref, JobState.DONE).result()).contains("Apart");
    JobRef other = jobs.withDelay(CdiWorker.class).call(w -> w.thread());
    assertThat(ended(other, JobState.DONE).result()).doesNotContain("Apart");
  }

  @Test
  void a_job_that_asks_for_another_attempt_gets_it_and_the_first_one_leaves_nothing() {
    JobRef ref = jobs.withDelay(CdiWorker.class).call(w -> w.insist("insisting"));
    ended(ref, JobState.DONE);
    assertThat(circumstances("insisting attempt 1")).isEmpty();
    assertThat(circumstances("insisting attempt 2")).hasSize(1);
  }

  @Test
  void an_entity_is_passed_by_reference_and_read_when_the_job_runs() {
    Picture picture = ledger.store(new Picture(7, "old title"));
    JobRef ref =
        jobs.withDelay(CdiWorker.class)
            .eta(Duration.ofMillis(1500))
            .call(worker -> worker.show(picture));
    ledger.rename(7, "new title");
    ended(ref, JobState.DONE);
    assertThat(circumstances("shown new title")).hasSize(1);
    assertThat(database.text("SELECT arguments FROM queue_job.job WHERE uuid = ?", ref.uuid()))
        .contains("Picture", "7")
        .doesNotContain("title");
  }
}
