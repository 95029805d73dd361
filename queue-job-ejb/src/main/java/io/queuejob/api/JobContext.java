package io.queuejob.api;

/**
 * The job that runs on the current thread: {@code @Inject JobContext job}. Outside a job each
 * method throws {@link IllegalStateException}, but {@link #isActive()}.
 */
public interface JobContext {

  /** Whether a job runs on the current thread. */
  boolean isActive();

  /** Reference of the running job. */
  JobRef ref();

  /** The row's number, the one seen in {@code queue_job.job_state}. */
  long id();

  /** Number of this attempt, counted from 1. */
  int attempt();

  /** Name of the node that runs the job, as seen in {@code queue_job.job_state}. */
  String node();

  /** Whether somebody asked the job to stop; long jobs look at it now and then. */
  boolean cancelRequested();
}
