package io.queuejob.admin;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reading and mending jobs; the implementation is injected: {@code @Inject JobAdmin admin}. */
public interface JobAdmin {

  /** One page of the jobs that a filter leaves, newest first; read by keyset, never by offset. */
  JobPage list(JobFilter filter);

  /** Number of jobs per state word, each counted up to 100,000 (a larger number is cut there). */
  Map<String, Long> countByState();

  /** One job with all its particulars; empty if there is none. */
  Optional<JobDetail> job(UUID uuid);

  /** Puts a failed, done or cancelled job back to wait; its attempts count anew. */
  CommandResult requeue(UUID uuid, String actor);

  /** Cancels a job that has not started; asks the node that holds it, if it was claimed. */
  CommandResult cancel(UUID uuid, String actor);

  /** Declares a job done that has not started, naming the person. */
  CommandResult setDone(UUID uuid, String actor);
}
