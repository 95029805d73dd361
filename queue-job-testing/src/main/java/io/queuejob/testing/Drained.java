package io.queuejob.testing;

import java.util.List;
import org.opentest4j.AssertionFailedError;

/**
 * What came of {@link JobTrap#drain}.
 *
 * @param done jobs that returned, in the order in which they ended
 * @param failed jobs that raised an error for good, each with it: {@link TrappedJob#error()}
 * @param waiting jobs that are not due by the trap's clock, or wait for others that are not done;
 *     they are in the trap still
 */
public record Drained(List<TrappedJob> done, List<TrappedJob> failed, List<TrappedJob> waiting) {
  public Drained {
    done = List.copyOf(done);
    failed = List.copyOf(failed);
    waiting = List.copyOf(waiting);
  }

  /**
   * Fails if a job failed.
   *
   * @throws AssertionFailedError naming the jobs, with the first error as its cause
   */
  public Drained assertNoneFailed() {
    if (!failed.isEmpty()) {
      throw failure(
          "expected no job to fail, " + Listing.of(failed, job -> String.valueOf(job.error())));
    }
    return this;
  }

  /**
   * Fails unless all jobs are done.
   *
   * @throws AssertionFailedError naming those that failed and those that wait
   */
  public Drained assertAllDone() {
    assertNoneFailed();
    if (!waiting.isEmpty()) {
      throw failure(
          "expected all jobs to be done, "
              + Listing.of(waiting, job -> "waits, due " + job.due())
              + "\nmove the trap's clock: trap.advance(Duration.of…), and drain again");
    }
    return this;
  }

  private AssertionFailedError failure(String text) {
    return failed.isEmpty()
        ? new AssertionFailedError(text)
        : new AssertionFailedError(text, failed.get(0).error());
  }
}
