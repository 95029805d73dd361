package io.queuejob.capturing;

import static io.queuejob.api.JobGraph.chain;
import static io.queuejob.api.JobGraph.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.Delayable;
import io.queuejob.api.JobGraph;
import io.queuejob.api.JobGraph.Fate;
import io.queuejob.api.JobRef;
import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.graph.GraphRequest;
import io.queuejob.internal.job.JobRequest;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Chains, groups and what follows them, as an application puts them together: S-GR. */
class GraphTest {

  private final Shop shop = Shop.open();
  private final Delayable<Thumbnails> a = call("a");
  private final Delayable<Thumbnails> b = call("b");
  private final Delayable<Thumbnails> c = call("c");
  private final Delayable<Thumbnails> d = call("d");

  @AfterEach
  void close() {
    shop.close();
  }

  private Delayable<Thumbnails> call(String name) {
    return shop.queue().delayable(Thumbnails.class, t -> t.plain(name)).description(name);
  }

  private static void refused(String id, String part, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith(id + " ")
        .hasMessageContaining(part);
  }

  /** Edges of the last graph that was stored, by the names of the calls. */
  private List<String> edges() {
    GraphRequest last = shop.place.graphs.get(shop.place.graphs.size() - 1);
    return last.edges().stream()
        .map(e -> name(last.entries().get(e.parent())) + name(last.entries().get(e.child())))
        .sorted()
        .toList();
  }

  private String name(GraphRequest.Entry entry) {
    return entry.job() != null
        ? entry.job().description()
        : Stream.of(a, b, c, d)
            .filter(call -> call.ref().orElseThrow().uuid().equals(entry.known()))
            .map(call -> call == a ? "a" : call == b ? "b" : call == c ? "c" : "d")
            .findFirst()
            .orElseThrow();
  }

  @Test
  void a_chain_of_a_group_is_stored_at_once() { // S-GR-01, S-GR-02, S-GR-03
    JobGraph.Result result = chain(a, group(b, c), d).delay();
    assertThat(edges()).containsExactly("ab", "ac", "bd", "cd");
    assertThat(result.members())
        .extracting(JobGraph.Member::delayable)
        .isEqualTo(List.of(a, b, c, d));
    assertThat(result.created()).hasSize(4).contains(d.ref().orElseThrow());
  }

  @Test
  void what_follows_is_stored_with_it_and_each_method_returns_its_object() { // S-GR-01
    assertThat(a.onDone(b.onDone(c))).isSameAs(a);
    JobGraph both = group(a, d);
    assertThat(both.onDone(call("e"))).isSameAs(both);
    both.delay();
    assertThat(edges()).containsExactly("ab", "ae", "bc", "de");
  }

  @Test
  void only_what_lies_downstream_is_stored() { // S-GR-05
    a.onDone(b);
    b.delay();
    assertThat(shop.place.only().description()).isEqualTo("b");
    assertThat(a.ref()).isEmpty();
  }

  @Test
  void what_makes_no_sense_is_refused() { // S-GR-07
    refused("QJ1050", "group", () -> group().delay());
    refused("QJ1050", "group", () -> chain(a, group(), b));
    refused("QJ1051", "chain", () -> chain());
    refused("QJ1052", "plain(String)", () -> a.onDone(a));
    refused("QJ1052", "plain(String)", () -> chain(a, a));
    a.onDone(b.onDone(c.onDone(a)));
    refused("QJ1053", "[\"a\"] -> io.queuejob", () -> group(a, d).delay());
    refused("QJ1058", "found null", () -> a.onDone((JobGraph) null));
    assertThat(shop.place.stored).isEmpty();
  }

  @Test
  void parts_of_two_engines_make_no_graph() { // S-GR-06
    Shop other = Shop.open();
    try {
      Delayable<Thumbnails> foreign =
          other.queue().delayable(Thumbnails.class, t -> t.plain("far"));
      refused("QJ1059", "one engine", () -> chain(a, foreign).delay());
    } finally {
      other.close();
    }
  }

  @Test
  void a_stored_job_may_get_a_parent_later() { // S-GR-08
    b.delay();
    a.onDone(b);
    JobGraph.Result result = a.delay();
    assertThat(result.members())
        .extracting(JobGraph.Member::fate)
        .containsExactly(Fate.CREATED, Fate.KNOWN);
    assertThat(edges()).containsExactly("ab");
    a.onDone(c).delay();
    assertThat(edges()).containsExactly("ac");
    assertThat(shop.place.stored).hasSize(3);
  }

  @Test
  void a_rollback_of_a_new_parent_leaves_the_job_that_was_stored_before() { // S-GR-08
    b.delay();
    JobRef stored = b.ref().orElseThrow();
    shop.place.begin(null);
    a.onDone(b).delay();
    shop.place.rollback();
    assertThat(a.ref()).isEmpty();
    assertThat(b.ref()).contains(stored);
    a.delay();
    assertThat(edges()).containsExactly("ab");
    assertThat(shop.place.stored)
        .extracting(JobRequest::description)
        .containsExactly("b", "a", "a");
  }

  @Test
  void what_was_refused_added_no_order() { // S-GR-07
    refused("QJ1052", "plain(String)", () -> chain(a, b, b));
    refused("QJ1052", "plain(String)", () -> a.onDone(c, a));
    refused("QJ1050", "group", () -> chain(a, d, group()));
    assertThat(a.delay().members()).hasSize(1);
  }

  @Test
  void each_kind_of_work_is_rung_once_and_what_waits_is_not() {
    shop.place.begin(null);
    chain(group(a, b), c.channel("root.later"), d).delay();
    shop.place.commit();
    assertThat(shop.place.steps).endsWith("store graph", "commit", "ring 7 root");
  }

  @Test
  void a_deep_nest_is_no_trouble() {
    JobGraph all = a;
    for (int i = 0; i < 5_000; i++) {
      all = chain(all, call("n" + i));
    }
    assertThat(all.delay().created()).hasSize(5_001);
    assertThat(edges()).hasSize(5_000);
  }
}
