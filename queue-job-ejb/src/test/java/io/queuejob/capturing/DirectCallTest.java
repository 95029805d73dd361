package io.queuejob.capturing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobRef;
import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.bean.CurrentInvocation;
import io.queuejob.internal.job.JobRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectCallTest {

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void a_call_is_stored_with_its_declaration_and_not_executed() throws Exception {
    shop.committed(t -> t.generate(7, "small"));

    JobRequest job = shop.place.only();
    assertThat(Shop.RAN).isEmpty();
    assertThat(job.function()).isEqualTo("io.queuejob.capturing.Thumbnails.generate(long,String)");
    assertThat(job.payload().arguments()).isEqualTo("{\"v\":1,\"args\":[7,\"small\"]}");
    assertThat(job.channel().text()).isEqualTo("root.images");
    assertThat(job.schedule())
        .isEqualTo(new JobRequest.Schedule(20, RecordingPlace.NOW, null, 2, 60));
    assertThat(job.description()).isEqualTo("Thumbnail of picture 7, {9}");
    assertThat(job.caller()).isEqualTo("ann");
  }

  @Test
  void the_bell_rings_after_the_commit() throws Exception {
    shop.committed(t -> t.generate(7, "small"));

    assertThat(shop.place.steps)
        .containsExactly("begin", "number", "store", "commit", "ring 7 root.images");
  }

  @Test
  void nothing_rings_after_a_rollback() {
    shop.place.begin(null);
    shop.bean(Thumbnails.class).generate(7, "small");
    shop.place.rollback();

    assertThat(shop.place.steps).containsExactly("begin", "number", "store", "rollback");
  }

  @Test
  void without_a_transaction_the_call_gets_one_of_its_own() {
    shop.bean(Thumbnails.class).generate(7, "small");

    assertThat(shop.place.steps)
        .containsExactly("begin", "number", "store", "commit", "ring 7 root.images");
  }

  @Test
  void a_method_that_returns_a_reference_gives_that_of_the_job() {
    JobRef ref = shop.bean(Thumbnails.class).tracked(1);

    assertThat(ref.uuid()).isEqualTo(shop.place.only().uuid());
    assertThat(shop.place.only().description()).isEqualTo("Thumbnails.tracked");
  }

  @Test
  void a_transaction_that_can_only_be_rolled_back_takes_no_job() {
    shop.place.begin(null);
    shop.place.markForRollback();

    assertThatThrownBy(() -> shop.bean(Thumbnails.class).generate(7, "small"))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1001 ")
        .hasMessageContaining("found one that is marked for rollback");
    assertThat(shop.place.stored).isEmpty();
  }

  @Test
  void a_call_during_the_commit_is_refused_and_rings_nobody() {
    shop.place.begin(null);
    shop.place.giveConnectionsOutside();

    assertThatThrownBy(() -> shop.bean(Thumbnails.class).generate(7, "small"))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1009 ")
        .hasMessageContaining("found one whose commit is under way");
    shop.place.commit();
    assertThat(shop.place.steps).containsExactly("begin", "number", "commit");
  }

  @Test
  void arguments_above_the_limit_are_refused_by_their_bytes() {
    String largest = "ü".repeat((Shop.MAX_PAYLOAD - "{\"v\":1,\"args\":[7,\"\"]}".length()) / 2);
    shop.bean(Thumbnails.class).generate(7, largest);

    assertThatThrownBy(() -> shop.bean(Thumbnails.class).generate(7, largest + "ü"))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1003 ")
        .hasMessageContaining("at most " + Shop.MAX_PAYLOAD + " bytes")
        .hasMessageContaining("queue-job.max-payload");
    assertThat(shop.place.stored).hasSize(1);
  }

  @Test
  void the_engines_own_call_goes_through_once() throws Exception {
    CurrentInvocation.expect(Thumbnails.class.getMethod("generate", long.class, String.class));
    try {
      shop.bean(Thumbnails.class).generate(1, "a");
      shop.bean(Thumbnails.class).generate(2, "b");
    } finally {
      CurrentInvocation.clear();
    }

    assertThat(Shop.RAN).containsExactly("generate 1 a");
    assertThat(shop.place.only().payload().arguments()).contains("[2,\"b\"]");
  }

  @Test
  void an_announced_call_of_another_bean_does_not_let_a_delayed_one_through() throws Exception {
    CurrentInvocation.expect(Thumbnails.FirstPrinter.class.getMethod("print", String.class));
    try {
      shop.bean(Pages.class).print(1);
    } finally {
      CurrentInvocation.clear();
    }
    assertThat(Shop.RAN).isEmpty();
    assertThat(shop.place.only().channel().text()).isEqualTo("root.pages");
  }

  @Test
  void a_declared_class_delays_its_public_methods_only() {
    shop.bean(Pages.class).print(3);
    shop.bean(Pages.class).helper();

    assertThat(Shop.RAN).containsExactly("helper");
    assertThat(shop.place.only().function()).endsWith("Pages.print(int)");
  }
}
