package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.error.CaptureException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class AssertQueuedTest {

  private final JobTrap trap = new JobTrap();

  private AbstractThrowableAssert<?, ?> assertFails(ThrowingCallable assertion) {
    return assertThatThrownBy(assertion).isInstanceOf(AssertionFailedError.class);
  }

  private void trapThree() {
    trap.queue().withDelay(Thumbnails.class).call(t -> t.generate(1, 50, 50));
    trap.queue().withDelay(Thumbnails.class).priority(5).call(t -> t.generate(1, 50, 50));
    trap.queue().withDelay(Mailer.class).call(m -> m.send("a@b", "hello"));
  }

  @Test
  void a_trapped_call_is_recognised_by_method_and_arguments() {
    trapThree();

    trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50));
    trap.assertQueued(Mailer.class, m -> m.send("a@b", "hello"));
    assertThat(trap.count()).as("an expected call is not trapped").isEqualTo(3);
  }

  @Test
  void options_narrow_what_was_found() {
    trapThree();

    TrappedJob job =
        trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50))
            .times(2)
            .inChannel("root.images")
            .inChannel("images")
            .withMaxRetries(5)
            .withDescription("Thumbnail of picture 1")
            .withoutEta()
            .withPriority(5)
            .matching("wide", j -> j.arguments().contains(50))
            .times(1)
            .job();

    assertThat(job).isSameAs(trap.jobs().get(1));
  }

  @Test
  void an_eta_is_compared_as_given() {
    Instant noon = Instant.parse("2030-01-01T12:00:00Z");
    trap.queue().withDelay(Mailer.class).eta(Duration.ofMinutes(10)).call(m -> m.send("a", ""));
    trap.queue().withDelay(Mailer.class).eta(noon).call(m -> m.send("b", ""));

    trap.assertQueued(Mailer.class, m -> m.send("a", "")).withEta(Duration.ofMinutes(10));
    trap.assertQueued(Mailer.class, m -> m.send("b", "")).withEta(noon);
    assertFails(() -> trap.assertQueued(Mailer.class, m -> m.send("a", "")).withEta(noon))
        .hasMessageContaining("Mailer.send(\"a\",\"\"), eta 2030-01-01T12:00:00Z")
        .hasMessageContaining("1. Mailer.send(\"a\",\"\")")
        .hasMessageContaining("eta PT10M, 'Mailer.send'  <- differs: eta");
  }

  @Test
  void a_missing_call_is_shown_beside_all_trapped_ones() {
    trapThree();

    assertFails(() -> trap.assertQueued(Thumbnails.class, t -> t.generate(2, 50, 50)))
        .hasMessage(
            """
            expected in the queue:
              Thumbnails.generate(2,50,50)
            found 3 queued calls:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1'  <- differs: argument {0}
              2. Thumbnails.generate(1,50,50), channel root.images, priority 5, max retries 5, \
            'Thumbnail of picture 1'  <- differs: argument {0}
              3. Mailer.send("a@b","hello"), channel root, priority 10, max retries 5, \
            'Mailer.send'""");
  }

  @Test
  void a_wrong_option_is_named() {
    trapThree();

    assertFails(
            () ->
                trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50))
                    .withPriority(5)
                    .inChannel("mail"))
        .hasMessageContaining("Thumbnails.generate(1,50,50), priority 5, channel root.mail\n")
        .hasMessageContaining("'Thumbnail of picture 1'  <- differs: priority, channel\n")
        .hasMessageContaining("'Thumbnail of picture 1'  <- differs: channel\n");
  }

  @Test
  void an_empty_trap_says_so() {
    assertFails(() -> trap.assertQueued(Mailer.class, m -> m.send("a", null)))
        .hasMessageStartingWith(
            "expected in the queue:\n  Mailer.send(\"a\",null)\nfound none\nnothing was delayed");
  }

  @Test
  void a_wrong_number_is_told() {
    trapThree();

    assertFails(() -> trap.assertQueued(Mailer.class, m -> m.send("a@b", "hello")).times(2))
        .hasMessageStartingWith("expected 2 times in the queue:\n  Mailer.send")
        .hasMessageEndingWith("'Mailer.send'  <- this one");
    assertFails(() -> trap.assertCount(1))
        .hasMessageStartingWith("expected 1 queued call\nfound 3 queued calls:\n  1. Thumb");
    trap.assertCount(3);
  }

  @Test
  void collections_are_the_same_if_they_are_equal() {
    Set<String> sizes = new LinkedHashSet<>(List.of("small", "large"));
    Set<String> turned = new LinkedHashSet<>(List.of("large", "small"));
    trap.queue().withDelay(Thumbnails.class).call(t -> t.offer(sizes));

    trap.assertQueued(Thumbnails.class, t -> t.offer(turned));
    assertFails(() -> trap.assertQueued(Thumbnails.class, t -> t.offer(Set.of("large"))));
  }

  @Test
  void an_expectation_that_could_not_be_queued_is_refused() {
    assertThatThrownBy(() -> trap.assertQueued(Thumbnails.class, t -> {}))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1030");
  }
}
