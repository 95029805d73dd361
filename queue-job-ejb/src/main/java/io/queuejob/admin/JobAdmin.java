package io.queuejob.admin;

import io.queuejob.admin.reach.Reach;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reading and mending jobs; the implementation is injected: {@code @Inject JobAdmin admin}. */
public interface JobAdmin {

  /**
   * One page of the jobs that a filter leaves, newest first; read by keyset, never by offset. Jobs
   * are found as {@link io.queuejob.admin.search.JobSearch} finds them, but a page is only short if
   * nothing follows: a few jobs of a channel among many others are looked for through all of them.
   * A text alone is given up, see {@link JobFilter#text()}. For who sees some channels only, a page
   * may be short, or empty, and more jobs behind it all the same: see {@link JobPage#next()}.
   *
   * @throws IllegalArgumentException if a word names no state
   */
  JobPage list(JobFilter filter);

  /**
   * Number of jobs per state word, each counted up to 100,000 (a larger number is cut there). Of
   * done and cancelled jobs the newest 100,000 of all are counted; in a larger table the statistics
   * of the database are believed where they say more.
   */
  Map<String, Long> countByState();

  /**
   * One job with all its particulars, what is secret in arguments and result being masked; empty if
   * there is none.
   */
  Optional<JobDetail> job(UUID uuid);

  /**
   * The arguments of a job in full, for an administrator. Kept in the audit before they are told.
   *
   * @param actor who will see them
   * @return the stored call as JSON text; empty if there is no such job
   */
  Optional<String> reveal(UUID uuid, String actor);

  /**
   * The result of a job in full, for an administrator. Kept in the audit before it is told.
   *
   * @param actor who will see it
   * @return the result as JSON text, or the text in its place, {@code null} as JSON if the job has
   *     none; empty if there is no such job
   */
  Optional<String> revealResult(UUID uuid, String actor);

  /** Puts a failed, done or cancelled job back to wait; its attempts count anew. */
  CommandResult requeue(UUID uuid, String actor);

  /** As {@link #cancel(UUID, String, boolean)}, with all jobs that wait for it. */
  default CommandResult cancel(UUID uuid, String actor) {
    return cancel(uuid, actor, true);
  }

  /**
   * Cancels a job that has not started; asks the node that holds it, if it was claimed.
   *
   * @param dependents whether the jobs that wait for it, directly or not, are cancelled with it;
   *     else they wait on, until it is requeued and done
   */
  CommandResult cancel(UUID uuid, String actor, boolean dependents);

  /** Declares a job done that has not started, naming the person. */
  CommandResult setDone(UUID uuid, String actor);

  /**
   * Puts jobs back to wait that a node has held for long, by the database's clock: for an operator
   * who knows that they are stuck. Jobs of a node that died need no such help, others recover them.
   *
   * <p>Nobody can know whether a started job still runs: one whose run takes longer than the time
   * given here runs twice, perhaps at the same time. The first run has lost its claim then: its
   * completion is refused and its transaction rolled back, so that its effects outside of the
   * database alone happen twice. It is asked to stop, as by a cancel, and keeps its slot until it
   * ends. A job that a node was asked to cancel is cancelled, not put back.
   *
   * @param enqueued since the claim of a job that was not seen to begin; zero leaves those alone
   * @param started since the begin of a job's run; zero leaves those alone
   * @param actor who asks for it, kept in the audit and in the history of each job
   * @return how many were put back
   * @throws IllegalArgumentException QJ7020 if both are zero, or one is negative
   */
  StuckJobs requeueStuck(Duration enqueued, Duration started, String actor);

  /**
   * The same for somebody who may act in some channels only. Commands upon jobs elsewhere raise
   * {@link io.queuejob.admin.reach.OutOfReachException}, a cancel also if it would cancel jobs
   * elsewhere that wait for the job, and {@link #requeueStuck} always. Reading is as without it.
   */
  JobAdmin within(Reach reach);

  /**
   * The same for somebody who may see some channels only: jobs elsewhere are as if they did not
   * exist, for reading and for commands. {@link #within} of what it returns limits commands
   * further.
   */
  default JobAdmin seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
