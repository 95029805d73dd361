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

  /** Removes runs that ended. */
  void forget(List<Run> runs);

  /** Removes claims that have nothing left. */
  void forgetClaims(List<Long> tokens);
}
