package io.queuejob.internal.operations.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.queuejob.admin.job.WaitReason;
import io.queuejob.internal.storage.inspect.ChannelFacts;
import io.queuejob.internal.storage.inspect.JobFacts;
import io.queuejob.internal.storage.inspect.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fact alone gives its reason, and what stops nobody is no reason. */
class WaitReasonsTest {
  private static final Facts FACTS = new Facts();

  static Stream<Arguments> cases() {
    return Stream.of(
        arguments("free", FACTS.pending(), FACTS.around(), "NOTHING []"),
        arguments("others first", FACTS.pending(), FACTS.ahead(3), "OTHERS_FIRST [3]"),
        arguments("many first", FACTS.pending(), FACTS.ahead(1000), "MANY_FIRST [1000]"),
        arguments("eta", FACTS.due(60, null), FACTS.around(), "ETA [2026-03-01T10:01:00Z]"),
        arguments(
            "retry",
            FACTS.due(60, "no route"),
            FACTS.around(),
            "RETRY_AT [2026-03-01T10:01:00Z, 2, no route]"),
        arguments(
            "due now",
            FACTS.due(-1, null),
            FACTS.around(),
            "PROMOTION_DUE [2026-03-01T09:59:59Z]"));
  }

  static Stream<Arguments> nodes() {
    return Stream.of(
        arguments("no node", FACTS.pending(), FACTS.nodes(), "NO_NODE []"),
        arguments(
            "other application",
            FACTS.pending(),
            FACTS.nodes(FACTS.node("blog", true, 0)),
            "NO_NODE_OF_APPLICATION [shop]"),
        arguments(
            "no method",
            FACTS.pending(),
            FACTS.nodes(FACTS.node("shop", false, 0)),
            "NO_NODE_WITH_METHOD [Mails.send(long), n#1]"),
        arguments("drained", FACTS.pending(), FACTS.nodes(FACTS.drained()), "NODES_DRAINED [n#1]"),
        arguments(
            "silent",
            FACTS.pending(),
            FACTS.nodes(FACTS.node("shop", true, 9)),
            "NODES_SILENT [n#1, 2026-03-01T09:59:51Z]"),
        arguments(
            "one of two is heard of",
            FACTS.pending(),
            FACTS.nodes(FACTS.node("shop", true, 9), FACTS.node("shop", true, 1)),
            "NOTHING []"));
  }

  static Stream<Arguments> channels() {
    return Stream.of(
        arguments("open", FACTS.slots(4, 3), "NOTHING []"),
        arguments("without limit", FACTS.slots(null, 99), "NOTHING []"),
        arguments("full", FACTS.slots(4, 4), "CAPACITY [root.mail, 4, 4, a#1 (3), b#2 (1)]"),
        arguments(
            "lowered below what runs",
            FACTS.slots(2, 4),
            "CAPACITY [root.mail, 4, 2, a#1 (3), b#2 (1)]"),
        arguments("none", FACTS.slots(0, 0), "NO_CAPACITY [root.mail]"),
        arguments("paused", FACTS.paused("ann"), "PAUSED [root.mail, ann, 2026-03-01T09:10:00Z]"),
        arguments("paused somehow", FACTS.paused(null), "PAUSED_UNKNOWN [root.mail]"),
        arguments("throttled", FACTS.throttled(), "THROTTLED [root.mail, 2026-03-01T10:00:05Z]"),
        arguments("rated", FACTS.rated(), "RATE [root.mail, 10, 60000, 2026-03-01T10:00:06Z]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"cases", "nodes"})
  void a_waiting_job_says_why(String name, JobFacts job, Surroundings around, String expected) {
    assertThat(words(job, around)).as(name).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("channels")
  void a_channel_says_what_it_has_against_a_start(
      String name, ChannelFacts channel, String expected) {
    assertThat(words(FACTS.pending(), FACTS.in(channel))).as(name).isEqualTo(expected);
  }

  @Test
  void all_that_holds_a_job_up_is_told_together() {
    assertThat(words(FACTS.due(60, null), FACTS.in(FACTS.paused("ann"))))
        .isEqualTo("ETA [2026-03-01T10:01:00Z]; PAUSED [root.mail, ann, 2026-03-01T09:10:00Z]");
  }

  @Test
  void a_job_that_waits_for_others_names_those_that_stopped() {
    Surroundings around = FACTS.parents(2, 3, FACTS.other(7, "failed"), FACTS.other(8, "started"));
    assertThat(words(FACTS.pending().in("wait_dependencies"), around))
        .isEqualTo(
            "WAITS_FOR_JOBS [2, 3]; STOPPED_PARENT [%s, job 7, failed]; OPEN_PARENT [%s, job 8, started]"
                .formatted(FACTS.uuid(7), FACTS.uuid(8)));
    assertThat(words(FACTS.pending().in("wait_dependencies"), FACTS.parents(0, 3)))
        .isEqualTo("RELEASE_DUE []");
  }

  @Test
  void in_a_sequential_channel_the_first_one_holds_up_all_others() {
    Surroundings behind = FACTS.firsts(Map.of("root.mail", FACTS.other(7, "failed")));
    assertThat(words(FACTS.pending(), behind))
        .isEqualTo("BEHIND [root.mail, %s, job 7, failed]".formatted(FACTS.uuid(7)));
    Surroundings first = FACTS.firsts(Map.of("root.mail", FACTS.other(Facts.ID, "pending")));
    assertThat(words(FACTS.pending(), first)).isEqualTo("NOTHING []");
  }

  @Test
  void a_transaction_that_stays_open_is_named_and_one_of_a_moment_is_not() {
    assertThat(words(FACTS.pending(), FACTS.locked(42, 30)))
        .isEqualTo("LOCKED [42, 2026-03-01T09:59:30Z, bob, psql]");
    assertThat(words(FACTS.pending(), FACTS.locked(42, 0))).isEqualTo("NOTHING []");
    assertThat(words(FACTS.pending(), FACTS.locked(0, null))).isEqualTo("LOCKED_UNKNOWN []");
  }

  @Test
  void a_job_without_its_key_names_who_has_it() {
    assertThat(words(FACTS.twinned(), FACTS.around()))
        .isEqualTo("NOTHING []; KEY_ELSEWHERE [%s]".formatted(FACTS.uuid(5)));
  }

  @Test
  void a_job_that_a_node_holds_says_where_it_is() {
    assertThat(words(FACTS.held(true, false), Surroundings.NONE))
        .isEqualTo("CLAIMED [a#1, 2026-03-01T09:59:58Z]");
    assertThat(words(FACTS.held(true, true), Surroundings.NONE))
        .isEqualTo("RUNS [a#1, 2026-03-01T09:59:59Z]; STOP_ASKED [ann, 2026-03-01T10:00:00Z]");
    assertThat(words(FACTS.held(false, false), Surroundings.NONE)).isEqualTo("NODE_GONE [a#1]");
  }

  @Test
  void a_job_that_ended_has_no_reason_but_to_have_failed() {
    assertThat(words(FACTS.pending().in("done"), Surroundings.NONE)).isEmpty();
    assertThat(words(FACTS.pending().in("failed"), Surroundings.NONE)).isEqualTo("FAILED []");
  }

  private static String words(JobFacts job, Surroundings around) {
    List<WaitReason> reasons = WaitReasons.of(job, around);
    return reasons.stream()
        .map(reason -> reason.code() + " " + reason.values())
        .collect(Collectors.joining("; "));
  }
}
