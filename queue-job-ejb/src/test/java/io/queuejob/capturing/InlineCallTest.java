package io.queuejob.capturing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.Delayable;
import io.queuejob.api.JobContext;
import io.queuejob.api.JobGraph;
import io.queuejob.api.JobRef;
import io.queuejob.api.inline.InlineJobs;
import io.queuejob.internal.execution.CurrentJob;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** S-TT-20: calls that run at once. */
class InlineCallTest {
  private final Shop shop = Shop.open();
  private final JobContext job = new CurrentJob();

  @AfterEach
  void close() {
    shop.close();
  }

  /** S-TT-20 */
  @Test
  void a_direct_call_runs_in_the_callers_transaction_and_stores_nothing() {
    shop.place.begin(null);
    try (InlineJobs inline = InlineJobs.open()) {
      shop.bean(Thumbnails.class).generate(7, "small");
    }
    shop.place.commit();

    assertThat(Shop.RAN).containsExactly("generate 7 small");
    assertThat(shop.place.stored).isEmpty();
    assertThat(shop.place.steps).containsExactly("begin", "commit");
  }

  /** S-TT-20 */
  @Test
  void without_a_transaction_the_call_gets_one_of_its_own() {
    try (InlineJobs inline = InlineJobs.open()) {
      shop.bean(Thumbnails.class).generate(7, "small");
    }
    assertThat(shop.place.steps).containsExactly("begin", "commit");
  }

  /** S-TT-20 */
  @Test
  void the_options_of_a_recorded_call_do_not_matter() {
    try (InlineJobs inline = InlineJobs.open()) {
      JobRef ref =
          shop.queue()
              .withDelay(Thumbnails.class)
              .eta(Duration.ofDays(9))
              .channel("slow")
              .call(t -> t.plain("x"));
      assertThat(shop.queue().find(ref)).isEmpty();
    }
    assertThat(Shop.RAN).containsExactly("plain x");
  }

  /** S-TT-20 */
  @Test
  void a_reference_is_given_as_always() {
    try (InlineJobs inline = InlineJobs.open()) {
      assertThat(shop.bean(Thumbnails.class).tracked(1)).isNotNull();
    }
    assertThat(Shop.RAN).containsExactly("tracked 1");
  }

  /** S-TT-20 */
  @Test
  void what_the_method_raises_goes_to_the_caller() {
    try (InlineJobs inline = InlineJobs.open()) {
      assertThatThrownBy(() -> shop.bean(Pages.class).breaks(1))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("page 1");
      assertThatThrownBy(() -> shop.queue().withDelay(Pages.class).call(p -> p.breaks(2)))
          .isExactlyInstanceOf(IOException.class);
    }
    assertThat(job.isActive()).isFalse();
  }

  /** S-TT-20 */
  @Test
  void what_the_method_delays_runs_at_once_too_each_with_a_context_of_its_own() {
    try (InlineJobs inline = InlineJobs.open()) {
      shop.bean(Pages.class).nested(1);
    }
    assertThat(Shop.RAN).hasSize(3);
    List<String> words = List.of(Shop.RAN.get(0).split(" "));
    assertThat(words.subList(0, 4)).containsExactly("nested", "attempt", "1", "inline");
    assertThat(Shop.RAN.get(1)).isEqualTo("print 1");
    assertThat(Shop.RAN.get(2)).isEqualTo("still " + words.get(4));
    assertThat(shop.place.stored).isEmpty();
  }

  @Test
  void what_a_call_wants_done_after_the_commit_is_done_after_the_callers() {
    shop.place.begin(null);
    try (InlineJobs inline = InlineJobs.open()) {
      shop.bean(Pages.class).wishes(1);
    }
    assertThat(Shop.RAN).containsExactly("ann at desk 3");
    shop.place.commit();
    assertThat(Shop.RAN).containsExactly("ann at desk 3", "after 1");
  }

  @Test
  void what_a_call_wants_done_after_the_commit_is_not_done_after_a_rollback() {
    shop.place.begin(null);
    try (InlineJobs inline = InlineJobs.open()) {
      shop.bean(Pages.class).wishes(1);
    }
    shop.place.rollback();
    assertThat(Shop.RAN).containsExactly("ann at desk 3");
  }

  private Delayable<Thumbnails> call(String name) {
    return shop.queue().delayable(Thumbnails.class, t -> t.plain(name));
  }

  /** S-GR-17 */
  @Test
  void a_graph_runs_as_a_whole_parents_before_their_children() {
    shop.place.begin(null);
    try (InlineJobs inline = InlineJobs.open()) {
      JobGraph.chain(call("a"), JobGraph.group(call("b"), call("c")), call("d")).delay();
    }
    shop.place.commit();
    assertThat(Shop.RAN).containsExactly("plain a", "plain b", "plain c", "plain d");
    assertThat(shop.place.graphs).isEmpty();
    assertThat(shop.place.steps).containsExactly("begin", "commit");
  }

  /** S-WS-13 */
  @Test
  void a_chain_ends_where_a_call_raises() {
    try (InlineJobs inline = InlineJobs.open()) {
      JobGraph chain =
          JobGraph.chain(shop.queue().delayable(Pages.class, p -> p.breaks(1)), call("b"));
      assertThatThrownBy(chain::delay).isExactlyInstanceOf(IOException.class).hasMessage("page 1");
    }
    assertThat(Shop.RAN).doesNotContain("plain b");
    assertThat(shop.place.graphs).isEmpty();
  }

  /** S-GR-17 */
  @Test
  void one_member_that_was_made_inline_makes_its_whole_graph_run_at_once() {
    Delayable<Thumbnails> first = call("a");
    Delayable<Thumbnails> second;
    try (InlineJobs inline = InlineJobs.open()) {
      second = call("b");
    }
    first.onDone(second).delay();
    assertThat(Shop.RAN).containsExactly("plain a", "plain b");
    assertThat(first.ref()).isPresent();
    assertThat(shop.queue().find(first.ref().get())).isEmpty();
    assertThat(first.delay().members()).hasSize(2);
    assertThat(Shop.RAN).hasSize(2);
  }

  @Test
  void other_threads_and_later_calls_are_stored() {
    try (InlineJobs outer = InlineJobs.open()) {
      try (InlineJobs inner = InlineJobs.open()) {
        assertThat(InlineJobs.isOpen()).isTrue();
      }
      assertThat(InlineJobs.isOpen()).isTrue();
      assertThat(CompletableFuture.supplyAsync(InlineJobs::isOpen).join()).isFalse();
    }
    shop.bean(Thumbnails.class).generate(7, "small");
    assertThat(Shop.RAN).isEmpty();
    assertThat(shop.place.stored).hasSize(1);
  }

  @Test
  void a_scope_that_is_not_the_last_one_cannot_be_closed() {
    try (InlineJobs outer = InlineJobs.open();
        InlineJobs inner = InlineJobs.open()) {
      assertThatThrownBy(outer::close)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("the last one first");
      assertThat(inner).isNotNull();
    }
    assertThat(InlineJobs.isOpen()).isFalse();
  }
}
