package io.queuejob.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.api.JobState;
import io.queuejob.internal.job.Transition;
import io.queuejob.testkit.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every statement that changes a state does so in the states that the table allows, and no other.
 */
class TransitionPgTest {
  private static final Pattern SETS_STATE =
      Pattern.compile(
          ".*UPDATE queue_job\\.job\\b(?:(?!WHERE).)*(?<!\\.)\\bstate = .*", Pattern.DOTALL);

  private static final Pattern STATES =
      Pattern.compile("\\bstate (?:(?:IN|= ANY) \\((?:\\(?ARRAY\\[)?|= )('[^)\\];]*)");

  /** Transitions that have no statement yet: graphs are not built. */
  private static final Set<Transition> PLANNED = EnumSet.noneOf(Transition.class);

  private static MigratedDatabase database;
  private static Moves moves;

  @BeforeAll
  static void migrate() throws Exception {
    database = new MigratedDatabase();
    moves = new Moves(database);
  }

  @AfterAll
  static void drop() {
    moves.close();
    database.close();
  }

  static Stream<JobState> stored() {
    return Arrays.stream(JobState.values()).filter(state -> state != JobState.STARTED);
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (Map.Entry<String, Transition> way : Moves.WAYS.entrySet()) {
      stored().forEach(state -> pairs.add(Arguments.of(way.getKey(), way.getValue(), state)));
    }
    return pairs.stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_job_moves_if_and_only_if_the_table_allows_it(
      String way, Transition transition, JobState state) throws Exception {
    StoredJob job = moves.stored(state, transition == Transition.REQUEUE_WAITING);
    String before = moves.row(job);
    moves.apply(way, job);
    if (transition.allows(state)) {
      assertThat(moves.state(job)).isEqualTo(transition.to().word());
    } else {
      assertThat(moves.row(job)).isEqualTo(before);
    }
  }

  static Stream<String> guardedByToken() {
    return Moves.WAYS.entrySet().stream()
        .filter(way -> way.getValue().from().equals(Set.of(JobState.ENQUEUED)))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("guardedByToken")
  void a_claim_that_was_lost_writes_nothing(String way) throws Exception {
    StoredJob job = moves.stored(JobState.ENQUEUED, false);
    moves.takeAway(job);
    String before = moves.row(job);
    moves.apply(way, job);
    assertThat(moves.row(job)).isEqualTo(before);
  }

  @Test
  void a_pending_job_that_is_not_due_is_not_claimed() throws Exception {
    StoredJob job = moves.stored(JobState.PENDING, false);
    moves.postpone(job);
    String before = moves.row(job);
    moves.apply("ClaimStore.CLAIM", job);
    assertThat(moves.row(job)).isEqualTo(before);
  }

  @Test
  void the_database_knows_the_stored_states_and_no_other() throws Exception {
    String constraints =
        new Rows(database.login())
            .one(
                """
                SELECT string_agg(text, ' ') FROM (
                  SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
                  WHERE conrelid = 'queue_job.job'::regclass
                  UNION ALL
                  SELECT prosrc FROM pg_proc WHERE pronamespace = 'queue_job'::regnamespace
                    AND proname = 'job_is_possible') t
                """);
    Set<String> words = new TreeSet<>();
    STATES.matcher(constraints).results().forEach(list -> words.addAll(words(list.group(1))));
    assertThat(words).isEqualTo(stored().map(JobState::word).collect(Collectors.toSet()));
  }

  private static List<String> words(String list) {
    return Pattern.compile("'(\\w+)'").matcher(list).results().map(w -> w.group(1)).toList();
  }

  @Test
  void every_statement_that_writes_a_state_is_walked() {
    Set<String> writing = new TreeSet<>();
    SqlConstants.all()
        .forEach(
            (name, sql) -> {
              if (SETS_STATE.matcher(sql).matches()) {
                writing.add(name);
              }
            });
    assertThat(Moves.WAYS.keySet()).isEqualTo(writing);
  }

  @Test
  void every_transition_has_a_statement_or_is_planned() {
    Set<Transition> without = EnumSet.allOf(Transition.class);
    without.removeAll(Moves.WAYS.values());
    assertThat(without).isEqualTo(PLANNED);
  }
}
