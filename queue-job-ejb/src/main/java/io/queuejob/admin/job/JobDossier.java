package io.queuejob.admin.job;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.reach.Reach;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One job in depth; the implementation is injected: {@code @Inject JobDossier dossier}. Rights are
 * asked by the caller.
 */
public interface JobDossier {
  /** Most jobs of a graph that are read. */
  int MOST_NODES = 5_000;

  /** Most jobs that {@link #requeueFrom} puts back. */
  int MOST_REQUEUED = 1_000;

  /** Why a job is where it is, and what else is true of it now; empty if there is none. */
  Optional<JobNow> now(UUID uuid);

  /**
   * The graph of a job, or its direct neighbours if it belongs to none; empty if there is no such
   * job.
   */
  Optional<JobGraphRows> graph(UUID uuid);

  /**
   * What a job logged, oldest first; empty if there is no such job.
   *
   * @param after number of a line, to go on behind it; null for the newest lines
   * @param limit most lines, 1 to 1000
   */
  Optional<List<LogLine>> log(UUID uuid, Long after, int limit);

  /**
   * Stores the same call anew, to run at once: same method, arguments, context, channel, priority
   * and identity key, a new identity of its own, outside of any graph. Refused if another job has
   * the identity key (QJ7060).
   *
   * @param actor who asks for it, the caller of the new job and kept in the audit
   * @throws io.queuejob.api.error.QueueJobException if the channel takes no more (QJ3008)
   */
  JobCopy copy(UUID uuid, String actor);

  /**
   * Puts a job that has ended back to wait, and all jobs downstream of it, which wait for their
   * parents again. All or none: refused if one of them is held by a node or about to be (QJ7061),
   * if they are more than {@link #MOST_REQUEUED} (QJ7062), or if a key is taken (QJ7005).
   *
   * @param actor who asks for it, kept in each job's history and in the audit
   */
  CommandResult requeueFrom(UUID uuid, String actor);

  /**
   * The same for somebody who may act in some channels only. A command that would touch a job
   * elsewhere raises {@link io.queuejob.admin.reach.OutOfReachException} and changes nothing.
   */
  JobDossier within(Reach reach);

  /**
   * The same for somebody who may see some channels only: jobs elsewhere are as if they did not
   * exist, and are not named where they hold up others. {@link #within} of what it returns limits
   * commands further.
   */
  default JobDossier seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
