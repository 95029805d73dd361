package io.queuejob.internal.port;

import java.time.Duration;

/** What the outside wants of a run. */
public interface RunControl {

  /** Whether somebody asked the job to stop. */
  boolean cancelRequested();

  /** Whether it ran longer than its function allows, and was interrupted. */
  boolean timedOut();

  /** Whether this node lost the job, so that nothing of the run can be committed any more. */
  boolean isAbandoned();

  /** The method has returned or raised: what follows must not be interrupted for its time. */
  default void returned() {}

  /** The start of the run was shown to others. */
  void shown();

  /**
   * How far a run is.
   *
   * @param done how much
   * @param of of how much
   * @param text for people; null for none
   */
  record Progress(long done, long of, String text) {}

  /** Shows how far it is, soon; only the last counts. */
  void report(Progress progress);

  /** Keeps a line for people, soon, whatever becomes of the run. */
  void report(String line);

  /** Waits for the job to be lost, at most so long; true if it is, or if the thread is to end. */
  boolean awaitAbandoned(Duration most);
}
