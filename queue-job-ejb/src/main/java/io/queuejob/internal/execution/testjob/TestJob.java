package io.queuejob.internal.execution.testjob;

import io.queuejob.api.JobContext;
import io.queuejob.api.error.JobFailedException;
import io.queuejob.api.error.RetryableJobException;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/** Does nothing, and fails as often as it is asked to. */
public final class TestJob {
  private final JobContext job;
  private final DoubleSupplier chance;

  /**
   * A bean of test jobs.
   *
   * @param job the one that runs on the thread
   * @param chance draws evenly from 0 (included) to 1 (not included)
   */
  public TestJob(JobContext job, DoubleSupplier chance) {
    this.job = job;
    this.chance = chance;
  }

  /**
   * The method of test jobs.
   *
   * @param failureRate which part of the runs fails, 0 to 1
   * @param steady whether the job's identity decides, else each run is drawn anew
   * @param again whether a failed run asks for another attempt
   */
  public void run(double failureRate, boolean steady, boolean again) {
    double drawn = steady ? drawnFor(job.ref().uuid()) : chance.getAsDouble();
    if (drawn >= failureRate) {
      return;
    }
    String message =
        "QJ4030 test job "
            + job.id()
            + " failed as it was asked to: its failure rate is "
            + failureRate
            + (steady ? ", steady" : "")
            + "; nothing is to be mended";
    throw again ? new RetryableJobException(message) : new JobFailedException(message);
  }

  /** The same number for each run of a job. */
  static double drawnFor(UUID uuid) {
    return new SplittableRandom(uuid.getMostSignificantBits() ^ uuid.getLeastSignificantBits())
        .nextDouble();
  }
}
