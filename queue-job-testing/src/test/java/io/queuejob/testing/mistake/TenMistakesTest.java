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
    assertSays(
        () -> trap.assertQueued(Mails.SmtpMails.class, m -> m.send("ann", "hello")),
        """
            expected in the queue:
              SmtpMails.send("ann","hello")
            found 1 queued call:
              1. Mails.send("ann","hello"), channel root, priority 10, max retries 5, \
            'Mails.send'  <- differs: bean""");
  }

  @Test
  void wrong_argument() throws Exception {
    generate();
    assertSays(
        () -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 60)),
        """
            expected in the queue:
              Thumbnails.generate(1,50,60)
            found 1 queued call:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1'  <- differs: argument {2}""");
  }

  @Test
  void wrong_count() throws Exception {
    generate();
    assertSays(
        () -> trap.assertCount(2),
        """
            expected 2 queued calls
            found 1 queued call:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1'""");
    assertSays(
        () -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).times(2),
        """
            expected 2 times in the queue:
              Thumbnails.generate(1,50,50)
            found 1 queued call:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1'  <- this one""");
  }

  @Test
  void wrong_channel_priority_or_eta() throws Exception {
    generate();
    assertSays(
        () ->
            trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).inChannel("root.mail"),
        """
            expected in the queue:
              Thumbnails.generate(1,50,50), channel root.mail
            found 1 queued call:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1'  <- differs: channel""");
    assertSays(
        () -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).withPriority(5),
        """
            expected in the queue:
              Thumbnails.generate(1,50,50), priority 5
            found 1 queued call:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1'  <- differs: priority""");
    assertSays(
        () ->
            trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50))
                .withEta(Duration.ofMinutes(5)),
        """
            expected in the queue:
              Thumbnails.generate(1,50,50), eta PT5M
            found 1 queued call:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1'  <- differs: eta""");
  }

  @Test
  void asserted_before_the_call() throws Exception {
    assertSays(
        () -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)),
        """
            expected in the queue:
              Thumbnails.generate(1,50,50)
            found none
            nothing was delayed through this trap so far: assert after the call, and give the \
            code under test trap.queue() and trap.bean(…)""");
  }

  @Test
  void method_is_not_delayed() throws Exception {
    assertSays(
        () -> trap.bean(Thumbnails.class).forget(List.of(1L)),
        """
            QJ1090 io.queuejob.testing.mistake.Thumbnails.forget: expected a @Delayed method, \
            found one that the container would run at once, which a stand-in cannot; override \
            it in a subclass of the bean and use that one""");
  }

  @Test
  void argument_cannot_be_written() throws Exception {
    assertSays(
        () -> trap.queue().withDelay(Thumbnails.class).call(t -> t.generateAll(List.of(1L))),
        """
            QJ1200 Thumbnails.generateAll, parameter {0} 'pictures' of type \
            java.lang.Iterable<?>: expected a type that JSON-B binds, found java.lang.Iterable; \
            pass plain data, such as a record, text or a number""");
  }

  @Test
  void delayable_is_forgotten() throws Exception {
    trap.queue().delayable(Thumbnails.class, t -> t.generate(1, 50, 50));
    assertSays(
        () -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)),
        """
            expected in the queue:
              Thumbnails.generate(1,50,50)
            found none
            made and not delayed: 1 delayable; call delay() upon it, or upon the graph that it \
            is part of""");
  }

  @Test
  void identity_key_has_a_job_already() throws Exception {
    for (int i = 0; i < 2; i++) {
      trap.queue()
          .withDelay(Thumbnails.class)
          .identityKey("picture 1")
          .call(t -> t.generate(1, 50, 50));
    }
    assertSays(
        () -> trap.assertQueued(Thumbnails.class, t -> t.generate(1, 50, 50)).times(2),
        """
            expected 2 times in the queue:
              Thumbnails.generate(1,50,50)
            found 1 queued call:
              1. Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1', identity key 'picture 1'  <- this one
            made no job, as one with the identity key was there:
              - Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1', identity key 'picture 1'""");
  }

  @Test
  void bean_is_missing() throws Exception {
    generate();
    assertSays(
        () -> trap.perform(new Object()),
        """
            expected one instance of io.queuejob.testing.mistake.Thumbnails to perform \
            Thumbnails.generate(1,50,50), channel root.images, priority 20, max retries 5, \
            'Thumbnail of picture 1', found none among [Object]; pass it: trap.perform(new \
            Thumbnails(…))""");
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
    assertSays(
        () -> trap.queue().withDelay(Till.class).call(t -> t.book(new Money(5))),
        """
            QJ1200 Till.book, parameter {0} 'amount' of type \
            io.queuejob.testing.mistake.TenMistakesTest$Money: expected a record, or a public \
            or protected constructor without parameters, found \
            io.queuejob.testing.mistake.TenMistakesTest$Money without one; add it, or mark a \
            constructor with @JsonbCreator""");
  }
}
