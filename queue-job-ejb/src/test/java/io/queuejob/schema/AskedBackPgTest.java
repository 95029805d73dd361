package io.queuejob.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobState;
import io.queuejob.internal.job.Transition;
import io.queuejob.internal.storage.job.CommandStore;
import io.queuejob.testkit.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A job whose holder was asked to cancel it does not wait again, whoever puts it back. */
class AskedBackPgTest {
  private MigratedDatabase database;
  private Moves moves;
  private CommandStore commands;
  private Rows rows;

  @BeforeEach
  void migrate() throws Exception {
    database = new MigratedDatabase();
    moves = new Moves(database);
    commands = new CommandStore(database.joined());
    rows = new Rows(database.login());
  }

  @AfterEach
  void drop() {
    moves.close();
    database.close();
  }

  /** The statements that let a held job wait again. */
  static Stream<String> ways() {
    return Moves.WAYS.entrySet().stream()
        .filter(w -> List.of(Transition.PUT_BACK, Transition.RETRY).contains(w.getValue()))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void jobs_outside_of_the_channels_of_who_asked_wait_on(String way) throws Exception {
    StoredJob job = moves.stored(JobState.ENQUEUED, false);
    StoredJob child = moves.childOf(job);
    commands.requestCancel(job.id(), "ann", true, List.of(job.channel().text()));
    moves.apply(way, job);
    assertThat(moves.state(job)).isEqualTo("cancelled");
    assertThat(moves.state(child)).isEqualTo("wait_dependencies");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void it_is_cancelled_in_place_of_waiting_again(String way) throws Exception {
    StoredJob job = moves.stored(JobState.ENQUEUED, false);
    StoredJob child = moves.childOf(job);
    commands.requestCancel(job.id(), "ann", true, null);
    moves.apply(way, job);
    assertThat(moves.state(job)).isEqualTo("cancelled");
    assertThat(moves.state(child)).isEqualTo("cancelled");
    assertThat(rows.one("SELECT result FROM queue_job.job WHERE id = ?", job.id()))
        .startsWith("cancelled")
        .endsWith(", by ann");
    assertThat(
            rows.number(
                "SELECT count(*) FROM queue_job.job_attempt WHERE outcome = 'cancelled'"
                    + " AND job_id = ?",
                job.id()))
        .isEqualTo(1);
  }

  @Test
  void a_request_to_an_earlier_holder_is_none_to_the_present_one() throws Exception {
    StoredJob job = moves.stored(JobState.ENQUEUED, false);
    commands.requestCancel(job.id(), "ann", true, null);
    moves.takeAway(job);
    moves.apply("RecoveryStore.PUT_BACK", job);
    assertThat(moves.state(job)).isEqualTo("enqueued");
  }
}
