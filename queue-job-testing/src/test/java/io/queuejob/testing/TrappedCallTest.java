package io.queuejob.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.queuejob.api.JobInfo;
import io.queuejob.api.JobQueue;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.call.CancelResult;
import io.queuejob.api.error.CaptureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrappedCallTest {

  private final JobTrap trap = new JobTrap();
  private final JobQueue queue = trap.queue();

  private TrappedJob only() {
    assertThat(trap.count()).isEqualTo(1);
    return trap.jobs().get(0);
  }

  @Test
  void a_call_is_trapped_with_function_and_arguments() {
    JobRef ref = queue.withDelay(Thumbnails.class).call(t -> t.generate(1, 50, 60));

    assertThat(only().ref()).isEqualTo(ref);
    assertThat(only().bean()).isEqualTo(Thumbnails.class);
    assertThat(only().method()).isEqualTo("generate");
    assertThat(only().function())
        .isEqualTo("io.queuejob.testing.Thumbnails.generate(long,int,int)");
    assertThat(only().arguments()).containsExactly(1L, 50, 60);
    assertThat(only().json()).isEqualTo("[1,50,60]");
  }

  @Test
  void what_is_not_given_comes_from_the_declaration() {
    queue.withDelay(Thumbnails.class).call(t -> t.generate(1, 50, 60));

    assertThat(only())
        .hasToString(
            "Thumbnails.generate(1,50,60), channel root.images, priority 20, max retries 5,"
                + " 'Thumbnail of picture 1'");
  }

  @Test
  void what_is_given_wins() {
    queue
        .withDelay(Thumbnails.class)
        .priority(3)
        .maxRetries(0)
        .description("Preview {0}")
        .channel(" images . large ")
        .eta(Duration.ofMinutes(10))
        .call(t -> t.generate(1, 50, 60));

    assertThat(only())
        .hasToString(
            "Thumbnails.generate(1,50,60), channel root.images.large, priority 3, max retries 0,"
                + " eta PT10M, 'Preview 1'");
  }

  @Test
  void without_declaration_there_are_defaults() {
    queue.withDelay(Thumbnails.class).call(t -> t.forget(List.of(1L, 2L)));

    assertThat(only())
        .hasToString(
            "Thumbnails.forget([1,2]), channel root, priority 10, max retries 5,"
                + " 'Thumbnails.forget'");
  }

  @Test
  void an_eta_is_kept_as_given() {
    Instant past = Instant.parse("2001-01-01T00:00:00Z");
    queue.withDelay(Thumbnails.class).eta(Duration.ZERO).call(t -> t.generate(1, 1, 1));
    queue.withDelay(Thumbnails.class).eta(past).call(t -> t.generate(2, 1, 1));
    queue.withDelay(Thumbnails.class).call(t -> t.generate(3, 1, 1));

    assertThat(trap.jobs())
        .extracting(TrappedJob::delay)
        .containsExactly(Duration.ZERO, null, null);
    assertThat(trap.jobs()).extracting(TrappedJob::eta).containsExactly(null, past, null);
  }

  @Test
  void arguments_are_a_snapshot_that_went_through_json() {
    List<Long> pictures = new ArrayList<>(List.of(1L, 2L));
    queue.withDelay(Thumbnails.class).call(t -> t.forget(pictures));
    pictures.clear();

    assertThat(only().arguments()).containsExactly(List.of(1L, 2L));
  }

  @Test
  void what_production_would_refuse_is_refused() {
    assertThatThrownBy(
            () -> queue.withDelay(Thumbnails.class).call(t -> t.generateAll(List.of(1L))))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1200 Thumbnails.generateAll, parameter {0} 'pictures'");
    assertThatThrownBy(() -> queue.withDelay(Thumbnails.class).maxRetries(-1))
        .isInstanceOf(CaptureException.class)
        .hasMessageStartingWith("QJ1008 maxRetries");
    assertThat(trap.jobs()).isEmpty();
  }

  @Test
  void calls_are_counted_by_bean() {
    queue.withDelay(Thumbnails.class).call(t -> t.generate(1, 1, 1));
    queue.withDelay(Mailer.class).call(m -> m.send("a", "b"));
    queue.withDelay(Mailer.class).call(m -> m.send("c", "d"));

    assertThat(trap.count()).isEqualTo(3);
    assertThat(trap.count(Mailer.class)).isEqualTo(2);
    assertThat(trap.count(Mailer.Smtp.class)).isZero();
  }

  @Test
  void a_trapped_job_is_found_and_can_be_cancelled() {
    JobRef ref = queue.withDelay(Mailer.class).channel("mail").call(m -> m.send("a", "b"));

    JobInfo info = queue.find(ref).orElseThrow();
    assertThat(info.state()).isEqualTo(JobState.PENDING);
    assertThat(info.channel()).isEqualTo("root.mail");

    assertThat(queue.cancel(ref)).isEqualTo(CancelResult.CANCELLED);
    assertThat(queue.cancel(ref)).isEqualTo(CancelResult.TOO_LATE);
    assertThat(queue.find(ref).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    assertThat(trap.count()).isZero();
  }
}
