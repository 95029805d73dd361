package io.queuejob.testing.drain;

import static io.queuejob.api.JobGraph.chain;
import static io.queuejob.api.JobGraph.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.Delayed;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.error.NothingToDoException;
import io.queuejob.api.error.RetryableJobException;
import io.queuejob.testing.Drained;
import io.queuejob.testing.JobTrap;
import io.queuejob.testing.TrappedJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Jobs run as on a node with one worker, by a clock that the test moves: S-RE-02, S-RE-05. */
class DrainTest {
  private final JobTrap trap = new JobTrap();
  private final Work work = new Work();

  /** A bean. */
  public static class Work {
    final List<String> ran = new ArrayList<>();
    int failures;

    public String step(String name) {
      ran.add(name);
      return name;
    }

    @Delayed(retryPattern = "1:30,2:120-600", maxRetries = 3)
    public void fetch(String name) {
      ran.add(name);
      if (failures-- > 0) {
        throw new RetryableJobException("not there yet");
      }
    }

    public void busy() {
      throw new RetryableJobException("busy", Duration.ofSeconds(5), false);
    }

    public void fail(String why) {
      throw new IllegalStateException(why);
    }

    public void nothing() {
      throw new NothingToDoException("gone");
    }
  }

  private JobRef delay(String name, Duration eta) {
    return trap.queue().withDelay(Work.class).eta(eta).call(w -> w.step(name));
  }

  @Test
  void what_is_due_runs_the_most_urgent_first_and_the_rest_waits_for_the_clock() {
    delay("tomorrow", Duration.ofDays(1));
    trap.queue().withDelay(Work.class).call(w -> w.step("now"));
    trap.queue().withDelay(Work.class).priority(1).call(w -> w.step("first"));

    Drained drained = trap.drain(work).assertNoneFailed();
    assertThat(work.ran).containsExactly("first", "now");
    assertThat(drained.waiting()).extracting(TrappedJob::description).hasSize(1);
    assertThatThrownBy(drained::assertAllDone)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("expected all jobs to be done, found 1 queued call")
        .hasMessageContaining("trap.advance(");

    trap.advance(Duration.ofHours(23));
    assertThat(trap.drain(work).done()).isEmpty();
    trap.advance(Duration.ofHours(1));
    trap.drain(work).assertAllDone();
    assertThat(work.ran).containsExactly("first", "now", "tomorrow");
  }

  @Test
  void a_retry_waits_as_the_pattern_says_and_attempts_run_out() {
    work.failures = 3;
    trap.bean(Work.class).fetch("x");

    TrappedJob job = trap.jobs().get(0);
    trap.drain(work).assertNoneFailed();
    assertThat(job.attempts()).isEqualTo(1);
    assertThat(job.due()).isEqualTo(trap.clock().instant().plusSeconds(30));

    trap.advance(Duration.ofSeconds(30));
    trap.drain(work).assertNoneFailed();
    assertThat(job.due()).isEqualTo(trap.clock().instant().plusSeconds(120));

    trap.advance(Duration.ofSeconds(120));
    Drained last = trap.drain(work);
    assertThat(last.failed()).containsExactly(job);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.attempts()).isEqualTo(3);
    assertThatThrownBy(last::assertNoneFailed)
        .hasMessageContaining("expected no job to fail, found 1 queued call")
        .hasMessageContaining("not there yet")
        .hasCauseInstanceOf(RetryableJobException.class);
  }

  @Test
  void an_attempt_that_does_not_count_uses_none_up() {
    trap.queue().withDelay(Work.class).maxRetries(1).call(Work::busy);
    for (int i = 0; i < 5; i++) {
      assertThat(trap.drain(work).waiting()).hasSize(1);
      trap.advance(Duration.ofSeconds(5));
    }
    assertThat(trap.jobs().get(0).attempts()).isZero();
  }

  @Test
  void dependents_run_after_what_they_wait_for_whatever_their_priority() {
    chain(
            trap.queue().delayable(Work.class, w -> w.step("first")),
            group(
                trap.queue().delayable(Work.class, w -> w.step("left")),
                trap.queue().delayable(Work.class, w -> w.step("right"))),
            trap.queue().delayable(Work.class, w -> w.step("last")).priority(1))
        .delay();
    JobRef last = trap.assertQueued(Work.class, w -> w.step("last")).job().ref();
    assertThat(trap.queue().find(last).orElseThrow().state()).isEqualTo(JobState.WAIT_DEPENDENCIES);

    trap.drain(work).assertAllDone();
    assertThat(work.ran).containsExactly("first", "left", "right", "last");
    assertThat(trap.queue().find(last).orElseThrow().state()).isEqualTo(JobState.DONE);
    assertThat(trap.queue().find(last).orElseThrow().result()).isEqualTo("last");
  }

  @Test
  void what_waits_for_a_failed_job_waits_on() {
    chain(
            trap.queue().delayable(Work.class, w -> w.fail("disk")),
            trap.queue().delayable(Work.class, w -> w.step("after")))
        .delay();
    Drained drained = trap.drain(work);
    assertThat(drained.failed()).hasSize(1);
    assertThat(drained.failed().get(0).error()).hasMessage("disk");
    assertThat(drained.waiting()).hasSize(1);
    assertThat(work.ran).isEmpty();
  }

  @Test
  void nothing_to_do_is_done() {
    trap.queue().withDelay(Work.class).call(Work::nothing);
    assertThat(trap.drain(work).assertAllDone().done()).hasSize(1);
  }

  @Test
  void a_cancelled_job_takes_its_dependents_along() {
    chain(
            trap.queue().delayable(Work.class, w -> w.step("first")),
            trap.queue().delayable(Work.class, w -> w.step("second")))
        .delay();
    JobRef first = trap.jobs().get(0).ref();
    trap.queue().cancel(first);
    assertThat(trap.count()).isZero();
    assertThat(trap.queue().find(first).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
  }

  @Test
  void time_does_not_go_back() {
    assertThatThrownBy(() -> trap.advance(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected a duration of 0 or more");
  }
}
