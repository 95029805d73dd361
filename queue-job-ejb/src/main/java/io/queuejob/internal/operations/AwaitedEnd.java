package io.queuejob.internal.operations;

import io.queuejob.api.JobInfo;
import io.queuejob.api.JobRef;
import io.queuejob.api.JobState;
import io.queuejob.api.error.CaptureException;
import io.queuejob.internal.port.DatabaseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for the end of a job by looking at it, often at first and then less so. */
final class AwaitedEnd {
  private static final Set<JobState> ENDS =
      EnumSet.of(JobState.DONE, JobState.FAILED, JobState.CANCELLED);
  private static final long FIRST_MILLIS = 10;
  private static final long LONGEST_MILLIS = 500;
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final DatabaseClock clock;

  AwaitedEnd(DatabaseClock clock) {
    this.clock = clock;
  }

  static boolean isEnd(JobInfo job) {
    return ENDS.contains(job.state());
  }

  static CaptureException waitsForItself(JobRef ref) {
    return new CaptureException(
        "QJ7004",
        "await of job "
            + ref
            + ": expected a job that can run now, found one that this transaction has written, or"
            + " has found by its identity key; nobody can run it before the commit, so wait after"
            + " that");
  }

  /** Looks until it is the end; empty if that did not come in time. */
  Optional<JobInfo> of(Duration most, Supplier<Optional<JobInfo>> look) {
    Instant deadline = clock.now().plus(most.compareTo(FOR_EVER) > 0 ? FOR_EVER : most);
    CountDownLatch never = new CountDownLatch(1);
    long pause = FIRST_MILLIS;
    while (true) {
      Optional<JobInfo> found = look.get().filter(AwaitedEnd::isEnd);
      long left = Duration.between(clock.now(), deadline).toMillis();
      if (found.isPresent() || left <= 0) {
        return found;
      }
      try {
        never.await(Math.min(pause, left), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      pause = Math.min(LONGEST_MILLIS, pause * 2);
    }
  }
}
