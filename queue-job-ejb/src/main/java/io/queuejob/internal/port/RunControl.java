package io.queuejob.internal.port;

/** What the outside wants of a run. */
public interface RunControl {

  /** Whether somebody asked the job to stop. */
  boolean cancelRequested();

  /** Whether this node lost the job, so that nothing of the run can be committed any more. */
  boolean isAbandoned();
}
