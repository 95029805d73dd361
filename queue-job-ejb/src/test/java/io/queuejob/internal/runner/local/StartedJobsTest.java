package io.queuejob.internal.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.queuejob.internal.job.ChannelPath;
import io.queuejob.internal.job.ClaimedJob;
import io.queuejob.internal.job.JobRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What runs on a node, and for how long it may. */
class StartedJobsTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final AtomicLong nanos = new AtomicLong();
  private final StartedJobs started = new StartedJobs();

  /** A run of job 1, which may take a second. */
  private RunningJob run(long token) {
    ClaimedJob job =
        new ClaimedJob(
            1,
            new UUID(0, 1),
            token,
            1,
            ChannelPath.ROOT,
            new ClaimedJob.Order(10, Instant.EPOCH, 1),
            Instant.EPOCH,
            new ClaimedJob.Counters(0, 5, 0, 0),
            1,
            false,
            new JobRequest.Payload("{\"v\":1,\"args\":[]}", null));
    return new RunningJob(new ClaimedQueue.Entry(job, 0, false), nanos::get, List.of());
  }

  /** S-GC-07 */
  @Test
  void the_end_of_a_run_that_was_taken_away_is_not_that_of_the_next_one() {
    RunningJob first = run(1);
    RunningJob second = run(2);
    started.start(first);
    started.start(second);
    started.end(first);
    assertThat(started.running()).containsExactly(second);
    started.end(second);
    assertThat(started.running()).isEmpty();
  }

  /** S-RU-26: what follows the method is neither interrupted nor waited for in vain. */
  @Test
  void the_time_of_a_job_ends_with_its_method() {
    RunningJob late = run(1);
    late.begin();
    nanos.set(2 * SECOND);
    assertThat(late.nanosLeft(nanos.get())).isEqualTo(-SECOND);
    late.returned();
    late.timeOut();
    assertThat(late.timedOut()).isFalse();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(late.nanosLeft(nanos.get())).isEqualTo(Long.MAX_VALUE);
  }
}
