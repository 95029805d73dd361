package io.queuejob.internal.port;

import io.queuejob.internal.job.ClaimedJob;
import java.util.Set;

/** Runs claimed jobs; knows nothing of channels. */
public interface JobExecution {

  /**
   * Runs a job to its outcome on this thread: in a transaction of its own, which carries the
   * completion. Never throws.
   *
   * @return whether the claim is settled or lost; if not, the job is still held, and must wait
   *     again
   */
  boolean run(ClaimedJob job, RunControl control);

  /** How many jobs of its function may share a transaction with this one; 1 if it runs alone. */
  int mayShare(ClaimedJob job);

  /**
   * Runs jobs in one transaction, which carries all their completions. A single one fails as it
   * does by itself; if one of several does, none is kept. Never throws.
   */
  SharedRun.Ending runShared(SharedRun jobs);

  /**
   * Settles a job that was claimed, did not start, and is to be cancelled.
   *
   * @return false if the database could not be reached, so that the job is still held
   */
  boolean cancel(ClaimedJob job);

  /** How many outcomes were refused because the claim was lost. */
  long refused();

  /** Backends of the sessions in which jobs ended here. */
  Set<Integer> sessions();
}
