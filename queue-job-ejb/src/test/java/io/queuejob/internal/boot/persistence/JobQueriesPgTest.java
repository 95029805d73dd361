package io.queuejob.internal.boot.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.storage.entity.JobParticulars;
import io.queuejob.internal.storage.entity.JobQueries;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobQueriesPgTest {

  private static final UUID SEVENTH = UUID.fromString("00000000-0000-0000-0000-000000000007");

  private EntitiesAndRows db;
  private JobQueries queries;

  @BeforeEach
  void open() throws Exception {
    db = new EntitiesAndRows();
    db.execute(EntitiesAndRows.ONE_OF_EACH_STATE);
    queries = db.queries();
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void a_trace_is_shown_as_long_as_its_failure_is() throws Exception {
    assertThat(queries.job(SEVENTH).orElseThrow().failure().stackTrace()).isEqualTo("at x");
    db.execute(
        "UPDATE queue_job.job SET state = 'done', failed = false, finished = now(),"
            + " error_class = NULL, error_message = NULL WHERE id = 7");
    assertThat(queries.job(SEVENTH).orElseThrow().failure().stackTrace()).isNull();
  }

  @Test
  void jobs_are_counted_per_state() {
    assertThat(db.counts().all())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "wait_dependencies",
                1L,
                "pending",
                1L,
                "enqueued",
                1L,
                "started",
                1L,
                "done",
                1L,
                "cancelled",
                1L,
                "failed",
                2L));
  }

  @Test
  void one_job_is_shown_with_all_that_is_kept() {
    JobParticulars failed = queries.job(SEVENTH).orElseThrow();

    assertThat(failed.job().error()).isEqualTo("no paper");
    assertThat(failed.call().arguments()).isEqualTo("{\"v\":1,\"args\":[]}");
    assertThat(failed.call().related()).isEqualTo("[{\"label\":\"Order 7\"}]"); // S-UI-14
    assertThat(failed.result()).isEqualTo("\"r\"");
    assertThat(failed.failure()).isEqualTo(new JobParticulars.Failure("shop.Broken", "at x"));
    assertThat(failed.attempts())
        .extracting(JobParticulars.Attempt::outcome)
        .containsExactly("retry", "failed");
    assertThat(failed.cancelRequested()).isFalse();
    assertThat(queries.job(new UUID(0, 4)).orElseThrow().cancelRequested()).isTrue();
    assertThat(queries.job(new UUID(5, 5))).isEmpty();
  }

  /** S-ST-05: what went wrong before is in the history of a job that is done, not its own error. */
  @Test
  void a_job_that_is_done_shows_no_trace_of_an_earlier_attempt() throws Exception {
    db.execute(
        "INSERT INTO queue_job.job_attempt (job_id, attempt, node, outcome, message, stack_trace)"
            + " VALUES (6, 1, 'n#1', 'retry', 'busy', 'at y')");
    JobParticulars done = queries.job(new UUID(0, 6)).orElseThrow();
    assertThat(done.failure()).isEqualTo(new JobParticulars.Failure(null, null));
    assertThat(done.attempts())
        .extracting(JobParticulars.Attempt::stackTrace)
        .containsExactly("at y");
  }
}
