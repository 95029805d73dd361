package io.queuejob.internal.boot.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.queuejob.api.run.JobDone;
import io.queuejob.api.run.JobRetried;
import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobError;
import io.queuejob.internal.job.JobRequest;
import io.queuejob.internal.job.Outcome;
import io.queuejob.internal.port.watch.RunEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunObserversTest {
  private static final List<Object> SEEN = new ArrayList<>();
  private static final Outcome DONE = new Outcome.Done(null);
  private static final Outcome RETRY =
      new Outcome.Retry(
          Duration.ofSeconds(3), Outcome.Budget.ATTEMPTS, new JobError("X", "busy", null));
  private static final ClaimedJob JOB =
      new ClaimedJob(
          17,
          new UUID(1, 2),
          1,
          1,
          ChannelPath.of("mail"),
          new ClaimedJob.Order(10, Instant.EPOCH, 17),
          Instant.EPOCH,
          new ClaimedJob.Counters(1, 5, 0, 0),
          0,
          false,
          new JobRequest.Payload("{\"v\":1,\"args\":[]}", null));

  @ApplicationScoped
  static class Nobody {}

  @ApplicationScoped
  static class OfDone {
    void on(@Observes JobDone done) {
      SEEN.add(done);
    }
  }

  @ApplicationScoped
  static class OfRetries {
    void on(@Observes JobRetried retried) {
      SEEN.add(retried);
      throw new IllegalStateException("an observer that fails");
    }
  }

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static WeldContainer container(Class<?>... beans) {
    return new Weld().disableDiscovery().addBeanClasses(beans).initialize();
  }

  @Test
  void without_observers_nobody_is_told() {
    try (WeldContainer container = container(Nobody.class)) {
      assertThat(RunObservers.of(container.getBeanManager())).isSameAs(RunEvents.NONE);
    }
  }

  @Test
  void only_what_is_observed_is_told() {
    try (WeldContainer container = container(OfDone.class)) {
      RunEvents events = RunObservers.of(container.getBeanManager());
      assertThat(events.tells(DONE)).isTrue();
      assertThat(events.tells(new Outcome.NothingToDo("x"))).isTrue();
      assertThat(events.tells(RETRY)).isFalse();
      assertThat(events.tells(new Outcome.Failed(new JobError("X", "x", null)))).isFalse();
      events.ended(JOB, "f", DONE, Duration.ofMillis(5));
    }
    assertThat(SEEN)
        .singleElement()
        .isInstanceOfSatisfying(
            JobDone.class,
            done -> {
              assertThat(done.id()).isEqualTo(17);
              assertThat(done.attempt()).isEqualTo(2);
              assertThat(done.channel()).isEqualTo("root.mail");
              assertThat(done.run()).isEqualTo(Duration.ofMillis(5));
            });
  }

  @Test
  void an_observer_that_fails_changes_nothing() {
    try (WeldContainer container = container(OfRetries.class)) {
      RunEvents events = RunObservers.of(container.getBeanManager());
      assertThat(events.tells(RETRY)).isTrue();
      assertThat(events.tells(DONE)).isFalse();
      assertThatCode(() -> events.ended(JOB, "f", RETRY, Duration.ZERO)).doesNotThrowAnyException();
    }
    assertThat(SEEN)
        .singleElement()
        .isInstanceOfSatisfying(
            JobRetried.class,
            retried -> {
              assertThat(retried.errorMessage()).isEqualTo("busy");
              assertThat(retried.delay()).isEqualTo(Duration.ofSeconds(3));
            });
  }
}
