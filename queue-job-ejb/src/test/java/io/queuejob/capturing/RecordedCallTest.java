package io.queuejob.capturing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobRef;
import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.job.JobRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordedCallTest {

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private static void refused(String id, String part, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith(id + " ")
        .hasMessageContaining(part);
    assertThat(Shop.RAN).isEmpty();
  }

  @Test
  void a_plain_method_is_stored_with_the_defaults() {
    JobRef ref = shop.queue().withDelay(Thumbnails.class).call(t -> t.plain("x"));

    JobRequest job = shop.place.only();
    assertThat(Shop.RAN).isEmpty();
    assertThat(job.uuid()).isEqualTo(ref.uuid());
    assertThat(job.function()).isEqualTo("io.queuejob.capturing.Thumbnails.plain(String)");
    assertThat(job.schedule())
        .isEqualTo(new JobRequest.Schedule(10, RecordingPlace.NOW, null, 5, 0));
    assertThat(job.channel().text()).isEqualTo("root");
    assertThat(job.description()).isEqualTo("Thumbnails.plain");
  }

  @Test
  void options_win_over_the_declaration_and_the_rest_comes_from_it() {
    shop.queue()
        .withDelay(Thumbnails.class)
        .priority(1)
        .eta(Duration.ofMinutes(10))
        .description("picture {0} in {1}")
        .call(t -> t.generate(7, "small"));

    JobRequest job = shop.place.only();
    Instant eta = RecordingPlace.NOW.plusSeconds(600);
    assertThat(job.schedule())
        .isEqualTo(new JobRequest.Schedule(1, RecordingPlace.NOW, eta, 2, 60));
    assertThat(job.channel().text()).isEqualTo("root.images");
    assertThat(job.description()).isEqualTo("picture 7 in small");
  }

  @Test
  void a_description_counts_collections_and_names_what_has_no_text() {
    Thumbnails.Size size = new Thumbnails.Size(3);
    shop.queue()
        .withDelay(Thumbnails.class)
        .description("{0} {1} {2}")
        .call(t -> t.several(List.of(1, 2), size, new Thumbnails.Note()));

    assertThat(shop.place.only().description()).isEqualTo("[2] Size[width=3] Note");
  }

  @Test
  void the_last_eta_counts_and_one_that_passed_means_at_once() {
    shop.queue()
        .withDelay(Thumbnails.class)
        .eta(Duration.ofDays(1))
        .eta(Instant.EPOCH)
        .channel("a.b")
        .maxRetries(0)
        .call(t -> t.plain("x"));

    assertThat(shop.place.only().schedule().eta()).isNull();
    assertThat(shop.place.only().schedule().maxRetries()).isZero();
    assertThat(shop.place.only().channel().text()).isEqualTo("root.a.b");
  }

  @Test
  void a_negative_delay_of_any_size_means_at_once() {
    var options = shop.queue().withDelay(Thumbnails.class).eta(Duration.ofDays(1));
    options.eta(Long.MIN_VALUE).call(t -> t.plain("x"));
    assertThat(shop.place.only().schedule().eta()).isNull();
  }

  @Test
  void options_that_cannot_be_used_are_refused() {
    var options = shop.queue().withDelay(Thumbnails.class);
    refused("QJ1008", "maxRetries", () -> options.maxRetries(-1));
    refused("QJ1008", "found 'a..b'", () -> options.channel("a..b"));
    options.eta(Duration.ofSeconds(Long.MAX_VALUE));
    refused("QJ1008", "eta", () -> options.call(t -> t.plain("x")));
    assertThat(shop.place.stored).isEmpty();
  }

  @Test
  void types_that_are_no_bean_or_several_are_refused() {
    refused("QJ1004", "java.lang.String", () -> shop.queue().withDelay(String.class));
    refused(
        "QJ1005",
        "FirstPrinter",
        () -> shop.queue().withDelay(Thumbnails.Prints.class).call(p -> p.print("x")));
  }

  @Test
  void an_argument_that_cannot_be_bound_is_named() {
    refused(
        "QJ1200",
        "Thumbnails.thread, parameter {0} 'thread' of type java.lang.Thread",
        () -> shop.queue().withDelay(Thumbnails.class).call(t -> t.thread(Thread.currentThread())));
    assertThat(shop.place.steps).isEmpty();
  }
}
