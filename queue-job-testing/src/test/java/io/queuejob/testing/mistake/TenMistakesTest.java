package io.queuejob.testing.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.testing.JobTrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the kit says to the usual mistakes; docs/testing.md shows the same words. */
class TenMistakesTest {
  private static final Path PAGE = Path.of("../docs/testing.md");

  private final JobTrap trap = new JobTrap();

  private static void assertSays(ThrowingCallable mistake, String message) throws IOException {
    assertThatThrownBy(mistake).hasMessage(message);
    assertThat(Files.readString(PAGE)).contains("```\n" + message + "\n```");
  }

  private void generate() {
    trap.queue().withDelay(Thumbnails.class).call(t -> t.generate(1, 50, 50));
  }

  @Test
  void wrong_bean() throws Exception {
    trap.queue().withDelay(Mails.class).call(m -> m.send("ann", "hello"));
    assertSays(() -> trap.assertQueued(Mails.SmtpMails.class, m -> m.send("ann", "hello")), "");
  }

  @Test
  void wrong_argument() throws Exception {
    generate();
    assertSays(() -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 60)), "");
  }

  @Test
  void wrong_count() throws Exception {
    generate();
    assertSays(() -> trap.assertCount(2), "");
    assertSays(() -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).times(2), "");
  }

  @Test
  void wrong_channel_priority_or_eta() throws Exception {
    generate();
    assertSays(
        () ->
            trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).inChannel("root.mail"),
        "");
    assertSays(
        () -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).withPriority(5), "");
    assertSays(
        () ->
            trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50))
                .withEta(Duration.ofMinutes(5)),
        "");
  }

  @Test
  void asserted_before_the_call() throws Exception {
    assertSays(() -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)), "");
  }

  @Test
  void method_is_not_delayed() throws Exception {
    assertSays(() -> trap.bean(Thumbnails.class).forget(List.of(1L)), "");
  }

  @Test
  void argument_cannot_be_written() throws Exception {
    assertSays(
        () -> trap.queue().withDelay(Thumbnails.class).call(t -> t.generateAll(List.of(1L))), "");
  }

  @Test
  void delayable_is_forgotten() throws Exception {
    trap.queue().delayable(Thumbnails.class, t -> t.generate(1, 50, 50));
    assertSays(() -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)), "");
  }

  @Test
  void identity_key_has_a_job_already() throws Exception {
    for (int i = 0; i < 2; i++) {
      trap.queue()
          .withDelay(Thumbnails.class)
          .identityKey("picture 1")
          .call(t -> t.generate(1, 50, 50));
    }
    assertSays(() -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).times(2), "");
  }

  @Test
  void bean_is_missing() throws Exception {
    generate();
    assertSays(() -> trap.perform(new Object()), "");
  }

  /** JSON writes it and cannot read it back. */
  public static final class Money {
    private final long cents;

    /** An amount. */
    public Money(long cents) {
      this.cents = cents;
    }

    public long getCents() {
      return cents;
    }
  }

  /** Takes some. */
  public interface Till {
    void book(Money amount);
  }

  @Test
  void argument_does_not_survive_json() throws Exception {
    assertSays(() -> trap.queue().withDelay(Till.class).call(t -> t.book(new Money(5))), "");
  }
}
