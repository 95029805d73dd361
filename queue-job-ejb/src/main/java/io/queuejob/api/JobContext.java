package io.queuejob.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  /**
   * JNDI name of the data source that the job is stored in, which its transaction, and its own
   * calls, belong to.
   */
  String dataSource();

  /** Whether somebody asked the job to stop; long jobs look at it now and then. */
  boolean cancelRequested();

  /** As {@link #progress(long, long, String)}, without a text. */
  default void progress(long done, long of) {
    progress(done, of, null);
  }

  /**
   * Shows how far the job is, within about a second, whatever becomes of its transaction. Costs no
   * statement: the last one counts when the node writes next. Jobs that run for less than about
   * half a second are not shown.
   */
  void progress(long done, long of, String text);

  /**
   * Keeps a line for people, within about a second, whatever becomes of the job's transaction.
   * Costs no statement. Of more than 200 lines between two writes the rest is dropped and counted.
   */
  void log(String line);

  /**
   * Has something done on this thread after the job's commit, such as telling a cache. Not done if
   * the node dies before; what it raises is logged, and the job stays done.
   */
  void afterCommit(Runnable action);

  /**
   * The jobs that this one waited for, in the order in which they were stored, read in the job's
   * transaction. Empty for a job without parents, and for a call that runs at once; a parent that
   * was removed after its retention is left out.
   */
  List<Parent> parents();

  /** A job that had to be done before this one. */
  interface Parent {
    /** Reference of the job. */
    JobRef ref();

    /** Registered name of its function. */
    String function();

    /** Its description. */
    String description();

    /** What it left: JSON of its method's value, or a text; null for nothing. */
    String result();

    /**
     * The value that its method returned; empty if it returned none, had nothing to do, or was set
     * done by a person.
     *
     * @param type what the value is to be, as for arguments
     * @throws io.queuejob.api.error.QueueJobException QJ1227 if it is something else
     */
    <T> Optional<T> value(Class<T> type);
  }

  /** Language and region of the caller. */
  Locale locale();

  /** Time zone of the caller. */
  ZoneId zone();

  /**
   * Name of who made the call, for people; of a job that a job delayed, who made the first call.
   * Null where nobody was known. Rights do not cross.
   */
  String caller();

  /** What a context propagator carried over from the caller; null for nothing. */
  String carried(String propagator);
}
