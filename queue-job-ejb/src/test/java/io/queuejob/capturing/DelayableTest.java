package io.queuejob.capturing;

import static io.queuejob.api.call.IdentityKey.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.Delayable;
import io.queuejob.api.IdentityScope;
import io.queuejob.api.JobGraph;
import io.queuejob.api.call.IdentityHash;
import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.job.JobRequest;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Options and calls of delayables, and how they are split: S-DL-01 to S-DL-08, S-SP, S-ID-02. */
class DelayableTest {

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private Delayable<Thumbnails> plain(String text) {
    return shop.queue().delayable(Thumbnails.class, t -> t.plain(text));
  }

  private static void refused(String id, String part, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith(id + " ")
        .hasMessageContaining(part);
  }

  @Test
  void nothing_is_stored_before_delay_and_one_job_by_it() { // S-DL-01, S-DL-06
    Delayable<Thumbnails> call = plain("x");
    assertThat(shop.place.stored).isEmpty();
    assertThat(call.ref()).isEmpty();

    JobGraph.Result result = call.delay();

    JobRequest job = shop.place.only();
    assertThat(job.description()).isEqualTo("Thumbnails.plain"); // S-PR-04
    assertThat(call.ref().orElseThrow().uuid()).isEqualTo(job.uuid());
    assertThat(result.members())
        .containsExactly(
            new JobGraph.Member(call, JobGraph.Fate.CREATED, call.ref().orElseThrow()));
    assertThat(shop.place.steps)
        .containsExactly("number", "begin", "store graph", "commit", "ring 7 root");
  }

  @Test
  void options_may_be_set_before_and_after_the_call_and_the_last_wins() { // S-DL-02, S-DL-03
    Delayable<Thumbnails> call = shop.queue().delayable(Thumbnails.class);
    call.priority(3).call(t -> t.plain("first")).call(t -> t.generate(7, "small"));
    call.set(Map.of("priority", 7, "description", "nightly", "eta", 60L)).channel("root.night");
    call.delay();

    JobRequest job = shop.place.only();
    assertThat(job.function()).endsWith("Thumbnails.generate(long,String)");
    assertThat(job.schedule())
        .isEqualTo(
            new JobRequest.Schedule(
                7, RecordingPlace.NOW, RecordingPlace.NOW.plusSeconds(60), 2, 60));
    assertThat(job.description()).isEqualTo("nightly");
    assertThat(job.channel().text()).isEqualTo("root.night");
  }

  @Test
  void every_form_of_an_eta_counts() {
    ZonedDateTime zoned = ZonedDateTime.parse("2026-03-01T14:00:00+01:00[Europe/Paris]");
    plain("a").eta(zoned).delay();
    plain("b").eta(3600L).delay();
    plain("c").set(Map.of("eta", Duration.ofHours(1))).delay();
    assertThat(shop.place.stored)
        .allMatch(job -> job.schedule().eta().equals(RecordingPlace.NOW.plusSeconds(3600)));
  }

  @Test
  void what_set_does_not_know_is_named_and_nothing_is_set() { // S-DL-02
    Map<String, Object> wrong = new HashMap<>(Map.of("priority", 99));
    wrong.put("prio", 1);
    Delayable<Thumbnails> call = plain("x");
    refused("QJ1080", "'prio'", () -> call.set(wrong));
    refused("QJ1080", "'null'", () -> call.set(java.util.Collections.singletonMap(null, 1)));
    refused("QJ1008", "priority", () -> call.set(Map.of("priority", "high")));
    refused("QJ1008", "identityScope", () -> call.set(Map.of("identityScope", "queued")));
    call.delay();
    assertThat(shop.place.only().schedule().priority()).isEqualTo(10);
  }

  @Test
  void null_takes_an_option_back() { // S-DL-02
    Map<String, Object> none = new HashMap<>();
    for (String name : List.of("priority", "eta", "maxRetries", "description", "channel")) {
      none.put(name, null);
    }
    plain("x")
        .priority(1)
        .eta(60L)
        .maxRetries(9)
        .description("d")
        .channel("root.c")
        .set(none)
        .delay();
    JobRequest job = shop.place.only();
    assertThat(job.schedule())
        .isEqualTo(new JobRequest.Schedule(10, RecordingPlace.NOW, null, 5, 0));
    assertThat(job.description() + job.channel().text()).isEqualTo("Thumbnails.plainroot");
  }

  @Test
  void arguments_count_as_they_were_when_the_call_was_named() { // S-DL-08
    List<Integer> seven = new ArrayList<>(List.of(7));
    Delayable<Thumbnails> call =
        shop.queue().delayable(Thumbnails.class, t -> t.several(seven, null, null));
    seven.add(8);
    call.delay();
    assertThat(shop.place.only().payload().arguments()).contains("[[7],null,null]");
  }

  @Test
  void a_second_delay_stores_no_second_job() { // S-GR-08
    Delayable<Thumbnails> call = plain("x");
    call.delay();
    assertThat(call.delay().members())
        .containsExactly(new JobGraph.Member(call, JobGraph.Fate.KNOWN, call.ref().orElseThrow()));
    assertThat(shop.place.stored).hasSize(1);
    refused("QJ1062", "was not delayed", () -> call.call(t -> t.plain("y")));
  }

  @Test
  void what_was_rolled_back_was_never_delayed() { // S-DL-05
    Delayable<Thumbnails> call = plain("x");
    shop.place.begin(null);
    call.delay();
    shop.place.rollback();
    assertThat(call.ref()).isEmpty();
    call.delay();
    assertThat(shop.place.stored).hasSize(2);
  }

  @Test
  void a_delayable_without_a_call_is_refused() { // S-SP-02
    Delayable<Thumbnails> call = shop.queue().delayable(Thumbnails.class);
    refused("QJ1060", "before it is delayed", call::delay);
    refused("QJ1060", "before split", () -> call.split(2));
  }

  @Test
  void the_exact_key_is_of_bean_method_and_arguments() { // S-ID-01, S-ID-02, S-ID-06
    plain("x").identityKey(exact()).priority(1).delay();
    plain("x").identityKey(exact()).identityScope(IdentityScope.QUEUED_OR_RUNNING).delay();
    plain("y").identityKey(exact()).delay();
    plain("x").identityKey(call -> IdentityHash.of(call).add("tenant").hex()).delay();
    plain("x").identityKey(call -> call.method() + call.json()).delay();
    plain("x").identityKey("").delay();
    plain("x").identityKey(call -> null).delay();
    List<JobRequest> jobs = shop.place.stored;
    assertThat(jobs.get(0).identity().key())
        .hasSize(64)
        .isEqualTo(jobs.get(1).identity().key())
        .isNotEqualTo(jobs.get(2).identity().key())
        .isNotEqualTo(jobs.get(3).identity().key());
    assertThat(jobs.get(0).identity().scope()).isEqualTo(IdentityScope.QUEUED);
    assertThat(jobs.get(1).identity().scope()).isEqualTo(IdentityScope.QUEUED_OR_RUNNING);
    assertThat(jobs.get(4).identity().key()).isEqualTo("plain(String)[\"x\"]");
    assertThat(jobs.get(5).identity()).isNull();
    assertThat(jobs.get(6).identity()).isNull();
  }

  @Test
  void a_key_that_the_database_cannot_store_is_refused_at_the_call() { // S-ID-06
    refused("QJ1008", "'a\\u0000b'", () -> plain("x").identityKey("a\0b").delay());
    assertThat(shop.place.steps).isEmpty();
  }

  private Delayable<Thumbnails> several(int count) {
    List<Integer> many = IntStream.range(0, count).boxed().toList();
    return shop.queue()
        .delayable(Thumbnails.class, t -> t.several(many, new Thumbnails.Size(3), null));
  }

  @Test
  void a_call_is_split_into_parts_with_all_it_has() { // S-SP-01, S-SP-02
    several(25).priority(4).split(10).delay();
    assertThat(shop.place.stored)
        .extracting(JobRequest::description)
        .containsExactly(
            "Thumbnails.several (split 1/3)",
            "Thumbnails.several (split 2/3)",
            "Thumbnails.several (split 3/3)");
    assertThat(shop.place.stored.get(2).payload().arguments())
        .contains("[[20,21,22,23,24],{\"width\":3},null]");
    assertThat(shop.place.stored).allMatch(job -> job.schedule().priority() == 4);
    assertThat(shop.place.graphs.get(0).edges()).isEmpty();
  }

  @Test
  void parts_are_as_many_as_needed_and_may_be_a_chain() { // S-SP-01
    several(3).split(3).delay();
    several(4).split(2, true).delay();
    several(4).split(0, 2, true).delay();
    assertThat(shop.place.graphs).extracting(g -> g.entries().size()).containsExactly(1, 2, 2);
    assertThat(shop.place.graphs).extracting(g -> g.edges().size()).containsExactly(0, 1, 1);
  }

  @Test
  void parts_of_a_call_with_a_key_are_jobs_of_their_own() { // S-SP-03
    several(3).identityKey("sync-5").split(2).delay();
    several(3).identityKey(call -> call.json()).split(2).delay();
    assertThat(shop.place.stored)
        .extracting(job -> job.identity().key())
        .startsWith("sync-5 (split 1/2)", "sync-5 (split 2/2)")
        .doesNotHaveDuplicates()
        .hasSize(4);
  }

  @Test
  void an_empty_argument_gives_nothing_and_what_follows_runs_at_once() { // S-SP-03
    assertThat(several(0).split(3).delay().members()).isEmpty();
    assertThat(shop.place.steps).isEmpty();
    JobGraph.chain(plain("before"), several(0).split(3), plain("after")).delay();
    several(0).split(3).onDone(plain("alone")).delay();
    assertThat(shop.place.graphs).extracting(g -> g.edges().size()).containsExactly(1, 0);
  }

  @Test
  void what_cannot_be_split_is_refused_and_what_was_split_is_spent() { // S-SP-02, S-SP-03
    refused("QJ1063", "at least 1", () -> several(3).split(0));
    refused("QJ1063", "exactly one argument", () -> plain("x").split(2));
    refused("QJ1063", "argument 1", () -> several(3).split(1, 2, false));
    Delayable<Thumbnails> split = several(3);
    split.split(2).delay();
    refused("QJ1061", "delay its parts", split::delay);
  }
}
