package io.queuejob.internal.boot.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.internal.storage.entity.JobParticulars;
import io.queuejob.internal.storage.entity.JobQueries;
import io.queuejob.internal.storage.entity.JobQueries.Wanted;
import io.queuejob.internal.storage.entity.ListedJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobQueriesPgTest {

  private static final UUID SEVENTH = UUID.fromString("00000000-0000-0000-0000-000000000007");

  /** One job per state, numbered 1 to 7, and in the end a second one that failed. */
  private static final String ROWS =
      """
      INSERT INTO queue_job.function (application, name) VALUES ('shop', 'shop.Mails.send(long)');
      INSERT INTO queue_job.node (name, application, lock_key) VALUES ('n', 'shop', 1);
      INSERT INTO queue_job.claim (token, node_id, job_ids) VALUES (1, 1, '{3,4,6}');
      INSERT INTO queue_job.job (id, uuid, function_id, channel, description, state, waits, token,
        failed, finished, error_class, error_message, result)
      SELECT id, ('00000000-0000-0000-0000-' || lpad(id::text, 12, '0'))::uuid, 1, channel,
        description, state, state = 'pending', CASE WHEN state = 'enqueued' THEN 1 END,
        state = 'failed', CASE WHEN state IN ('done', 'cancelled') THEN now() END,
        CASE WHEN state = 'failed' THEN 'shop.Broken' END,
        CASE WHEN state = 'failed' THEN 'no paper' END, '"r"'
      FROM (VALUES
        (1, 'root.mail', 'first', 'wait_dependencies'), (2, 'root.mail', 'second', 'pending'),
        (3, 'root.mail.fast', 'third', 'enqueued'), (4, 'root.mailing', '100% sure', 'enqueued'),
        (5, 'root.mail', 'fifth', 'cancelled'), (6, 'root.images', 'sixth', 'done'),
        (7, 'root.mail', 'seventh', 'failed'), (8, 'root', 'eighth', 'failed'))
        AS v(id, channel, description, state);
      INSERT INTO queue_job.job_dependency (parent_id, child_id) VALUES (2, 1), (3, 1);
      INSERT INTO queue_job.job_run (job_id, token, node_id, started, cancel_requested)
        VALUES (4, 1, 1, '2026-01-01 00:00Z', now());
      INSERT INTO queue_job.job_attempt (job_id, attempt, node, outcome, message, stack_trace)
        VALUES (7, 1, 'n#1', 'retry', 'later', null), (7, 2, 'n#1', 'failed', 'no paper', 'at x');
      UPDATE queue_job.job SET related = '[{"label":"Order 7"}]' WHERE id = 7;
      """;

  private EntitiesAndRows db;
  private JobQueries queries;

  @BeforeEach
  void open() throws Exception {
    db = new EntitiesAndRows();
    db.execute(ROWS);
    queries = db.queries();
  }

  @AfterEach
  void close() {
    db.close();
  }

  private List<Long> ids(Set<String> states, String text, String channel, Long before, int rows) {
    return queries.list(new Wanted(states, text, channel, before, rows)).stream()
        .map(ListedJob::id)
        .toList();
  }

  @Test
  void all_jobs_are_listed_by_falling_id_page_by_page() {
    assertThat(ids(Set.of(), null, null, null, 5)).containsExactly(8L, 7L, 6L, 5L, 4L);
    assertThat(ids(Set.of(), " ", "", 4L, 5)).containsExactly(3L, 2L, 1L);
  }

  @Test
  void each_state_lists_its_own() {
    Map<String, Long> of =
        Map.of(
            "wait_dependencies",
            1L,
            "pending",
            2L,
            "enqueued",
            3L,
            "started",
            4L,
            "cancelled",
            5L,
            "done",
            6L);
    of.forEach(
        (state, id) ->
            assertThat(ids(Set.of(state), null, null, null, 5)).as(state).containsExactly(id));
    assertThat(ids(Set.of("failed"), null, null, null, 5)).containsExactly(8L, 7L);
  }

  @Test
  void several_states_make_one_page() {
    Set<String> states = Set.of("failed", "pending", "started");
    assertThat(ids(states, null, null, null, 3)).containsExactly(8L, 7L, 4L);
    assertThat(ids(states, null, null, 4L, 3)).containsExactly(2L);
  }

  @Test
  void a_channel_is_shown_with_its_subtree_and_nothing_of_its_neighbour() {
    assertThat(ids(Set.of(), null, "root.mail", null, 9)).containsExactly(7L, 5L, 3L, 2L, 1L);
    assertThat(ids(Set.of("failed"), null, "root.mail", null, 9)).containsExactly(7L);
  }

  @Test
  void a_whole_id_or_identity_finds_that_job() {
    assertThat(ids(Set.of(), "7", null, null, 9)).containsExactly(7L);
    assertThat(ids(Set.of(), SEVENTH.toString().toUpperCase(java.util.Locale.ROOT), null, null, 9))
        .containsExactly(7L);
    assertThat(ids(Set.of("done"), "7", null, null, 9)).as("the state still counts").isEmpty();
    assertThat(ids(Set.of(), "7", null, 7L, 9)).as("no second page").isEmpty();
  }

  @Test
  void other_text_is_looked_for_in_description_function_and_channel() {
    assertThat(ids(Set.of(), "SEVEN", null, null, 9)).containsExactly(7L);
    assertThat(ids(Set.of(), "images", null, null, 9)).containsExactly(6L);
    assertThat(ids(Set.of("failed", "done"), "mails.send", null, null, 2)).containsExactly(8L, 7L);
    assertThat(ids(Set.of(), "100", null, null, 9)).as("no such id").containsExactly(4L);
    assertThat(ids(Set.of(), "%", null, null, 9)).as("no wildcard").containsExactly(4L);
    assertThat(ids(Set.of(), "_", null, null, 9)).isEmpty();
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
  void a_row_shows_what_the_view_says() {
    ListedJob job = queries.list(new Wanted(Set.of("started"), null, null, null, 1)).get(0);

    assertThat(job.application()).isEqualTo("shop");
    assertThat(job.function()).isEqualTo("shop.Mails.send(long)");
    assertThat(job.node()).isEqualTo("n#1");
    assertThat(job.since()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(job.maxRetries()).isEqualTo(5);
    assertThat(job.finished()).isNull();
    assertThat(job.created()).isNotNull();
  }

  @Test
  void a_state_that_is_none_is_refused() {
    assertThatThrownBy(() -> ids(Set.of("running"), null, null, null, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found running");
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
