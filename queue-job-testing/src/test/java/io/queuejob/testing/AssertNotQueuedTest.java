package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class AssertNotQueuedTest {

  private final JobTrap trap = new JobTrap();

  @BeforeEach
  void trapOne() {
    trap.queue().withDelay(Mailer.class).priority(7).call(m -> m.send("a", "b"));
  }

  @Test
  void other_calls_are_no_harm() {
    trap.assertNotQueued(Thumbnails.class);
    trap.assertNotQueued(Mailer.class, m -> m.send("a", "c"));
    trap.assertNotQueued(Mailer.class, m -> m.send("a", "b"), job -> job.priority() < 7);
  }

  @Test
  void a_call_of_the_bean_is_pointed_at() {
    assertThatThrownBy(() -> trap.assertNotQueued(Mailer.class))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessage(
            """
            expected no queued call of Mailer
            found 1 queued call:
              1. Mailer.send("a","b"), channel root, priority 7, max retries 5, 'Mailer.send'  \
            <- this one""");
  }

  @Test
  void the_very_call_is_pointed_at() {
    trap.queue().withDelay(Mailer.class).call(m -> m.send("c", "d"));

    assertThatThrownBy(() -> trap.assertNotQueued(Mailer.class, m -> m.send("a", "b")))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("expected not to be queued:\n  Mailer.send(\"a\",\"b\")\nfound 2")
        .hasMessageContaining("'Mailer.send'  <- this one\n  2. Mailer.send(\"c\",\"d\")")
        .hasMessageEndingWith("'Mailer.send'");
  }
}
