package io.queuejob.internal.boot.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.admin.JobAdmin;
import io.queuejob.admin.JobFilter;
import io.queuejob.admin.JobPage;
import io.queuejob.admin.JobRow;
import io.queuejob.admin.reach.Reach;
import io.queuejob.internal.storage.Database;
import io.queuejob.internal.storage.Statements;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of jobs at the admin's desk. */
class JobListPgTest {

  private static final String SEVENTH = "00000000-0000-0000-0000-000000000007";

  private static EntitiesAndRows db;
  private static JobAdmin jobs;

  @BeforeAll
  static void open() throws Exception {
    db = filled();
    jobs = db.desk(db.joined());
  }

  private static EntitiesAndRows filled() throws SQLException {
    EntitiesAndRows filled = new EntitiesAndRows();
    filled.execute(EntitiesAndRows.ONE_OF_EACH_STATE);
    return filled;
  }

  @AfterAll
  static void close() {
    db.close();
  }

  private List<Long> ids(Set<String> states, String text, String channel, Long before, int rows) {
    return ids(jobs, new JobFilter(states, text, channel, before, rows));
  }

  private static List<Long> ids(JobAdmin jobs, JobFilter filter) {
    return jobs.list(filter).rows().stream().map(JobRow::id).toList();
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
    assertThat(ids(Set.of(), SEVENTH.toUpperCase(java.util.Locale.ROOT), null, null, 9))
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
    assertThat(ids(Set.of(), "1*0", null, null, 9)).as("no wildcard").isEmpty();
  }

  @Test
  void a_row_shows_what_the_view_says() {
    JobRow job = jobs.list(new JobFilter(Set.of("started"), null, null, null, 1)).rows().get(0);

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
        .hasMessage(
            "state: expected one of [wait_dependencies, pending, enqueued, started, done,"
                + " cancelled, failed], found running");
  }

  @Test
  void a_page_tells_whether_another_follows() {
    assertThat(jobs.list(new JobFilter(Set.of(), null, null, null, 7)).more()).isTrue();
    assertThat(jobs.list(new JobFilter(Set.of(), null, null, null, 8)).more()).isFalse();
    assertThat(jobs.list(new JobFilter(Set.of("failed"), null, null, null, 1)).more()).isTrue();
    assertThat(jobs.list(new JobFilter(Set.of("failed"), null, null, 8L, 1)).more()).isFalse();
  }

  @Test
  void who_sees_some_channels_finds_nothing_elsewhere_by_whatever_words() {
    JobAdmin mail = jobs.seeing(Reach.of("mail"));
    assertThat(ids(mail, new JobFilter(Set.of(), null, null, null, 9)))
        .containsExactly(7L, 5L, 3L, 2L, 1L);
    assertThat(ids(mail, new JobFilter(Set.of(), null, "root", null, 9)))
        .containsExactly(7L, 5L, 3L, 2L, 1L);
    assertThat(ids(mail, new JobFilter(Set.of(), null, "root.mail.fast", null, 9)))
        .containsExactly(3L);
    assertThat(ids(mail, new JobFilter(Set.of(), null, "root.images", null, 9))).isEmpty();
    assertThat(ids(mail, new JobFilter(Set.of(), "6", null, null, 9))).isEmpty();
    assertThat(ids(mail, new JobFilter(Set.of(), "sixth", null, null, 9))).isEmpty();
    assertThat(ids(mail, new JobFilter(Set.of("failed"), SEVENTH, null, null, 9)))
        .containsExactly(7L);
    assertThat(ids(jobs.seeing(Reach.NOWHERE), new JobFilter(Set.of(), null, null, null, 9)))
        .isEmpty();
  }

  /** A number is text where its job is as if there was none. */
  @Test
  void the_number_of_a_job_out_of_sight_is_text() {
    assertThat(ids(Set.of(), "1", null, null, 9)).containsExactly(1L);
    assertThat(ids(jobs.seeing(Reach.of("mailing")), new JobFilter(Set.of(), "1", null, null, 9)))
        .containsExactly(4L);
  }

  /** Runs a statement each time before rows are read whose numbers were found. */
  private static JobAdmin disturbed(EntitiesAndRows own, String sql) {
    return own.desk(
        new Database() {
          @Override
          public <T> T run(String what, Statements.Work<T> work) {
            if (what.startsWith("read the jobs")) {
              try {
                own.execute(sql);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            }
            return own.joined().run(what, work);
          }
        });
  }

  @Test
  void a_job_that_moved_before_it_was_read_makes_room_for_the_next() throws Exception {
    try (EntitiesAndRows own = filled()) {
      JobAdmin requeued =
          disturbed(
              own,
              "UPDATE queue_job.job SET state = 'pending', waits = true, failed = false"
                  + " WHERE id = 8");
      JobPage failed = requeued.list(new JobFilter(Set.of("failed"), null, null, null, 1));
      assertThat(failed.rows()).extracting(JobRow::id).containsExactly(7L);
      assertThat(failed.more()).isFalse();
      JobAdmin elsewhere =
          disturbed(own, "UPDATE queue_job.job SET channel = 'root.secret' WHERE id = 7")
              .seeing(Reach.of("mail"));
      assertThat(ids(elsewhere, new JobFilter(Set.of(), null, null, null, 2)))
          .containsExactly(5L, 3L);
    }
  }
}
