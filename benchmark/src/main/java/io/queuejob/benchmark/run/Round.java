package io.queuejob.benchmark.run;

import io.queuejob.benchmark.measure.Meters;

/**
 * What one round of one contestant came to.
 *
 * @param jobs how many ran, each exactly once
 * @param seconds from the first effect to the last completion, by the database's clock
 * @param drain what running them took
 * @param whole what storing and running them took
 */
public record Round(int jobs, double seconds, Meters.Reading drain, Meters.Reading whole) {

  public double jobsPerSecond() {
    return jobs / seconds;
  }

  /** CPU time of PostgreSQL and of the process that runs the jobs, in microseconds per job. */
  public double cpuMicros() {
    return jvmMicros() + postgresMicros();
  }

  public double jvmMicros() {
    return (double) drain.jvmMicros() / jobs;
  }

  public double postgresMicros() {
    return (double) drain.postgresMicros() / jobs;
  }

  /** Write-ahead log of running one job, in bytes. */
  public double walBytes() {
    return (double) drain.walBytes() / jobs;
  }

  /** Write-ahead log of storing and running one job, in bytes. */
  public double wholeWalBytes() {
    return (double) whole.walBytes() / jobs;
  }
}
