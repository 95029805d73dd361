package io.queuejob.internal.port.protocol;

import java.util.List;

/** Runs that outlive a moment, shown to others in batches. */
public interface Runs {

  /**
   * A run.
   *
   * @param jobId the job
   * @param token the claim's token
   * @param micros microseconds since its start
   */
  record Run(long jobId, long token, long micros) {}

  /** Shows that jobs run on this node. */
  void publish(int node, List<Run> runs);

  /**
   * How far a run that is shown is.
   *
   * @param run it
   * @param done how much
   * @param of of how much
   * @param text for people; null for none
   */
  record Progress(Run run, long done, long of, String text) {}

  /**
   * A line for people.
   *
   * @param jobId the job
   * @param attempt number of the attempt
   * @param microsAgo microseconds since it was said
   * @param text it
   */
  record LogLine(long jobId, int attempt, long microsAgo, String text) {}

  /** Writes how far runs are. */
  void progress(List<Progress> all);

  /** Keeps lines. */
  void log(List<LogLine> lines);

  /** Removes runs that ended. */
  void forget(List<Run> runs);

  /** Removes claims that have nothing left. */
  void forgetClaims(List<Long> tokens);
}
