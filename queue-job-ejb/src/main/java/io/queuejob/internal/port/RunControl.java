package io.queuejob.internal.port;

import java.time.Duration;

/** What the outside wants of a run. */
public interface RunControl {

  /** Whether somebody asked the job to stop. */
  boolean cancelRequested();

  /** Whether this node lost the job, so that nothing of the run can be committed any more. */
  boolean isAbandoned();

  /** The start of the run was shown to others. */
  void shown();

  /** Waits for the job to be lost, at most so long; true if it is, or if the thread is to end. */
  boolean awaitAbandoned(Duration most);
}
