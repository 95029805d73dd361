package io.queuejob.internal.job;

import static io.queuejob.api.JobState.CANCELLED;
import static io.queuejob.api.JobState.DONE;
import static io.queuejob.api.JobState.ENQUEUED;
import static io.queuejob.api.JobState.FAILED;
import static io.queuejob.api.JobState.PENDING;
import static io.queuejob.api.JobState.WAIT_DEPENDENCIES;

import io.queuejob.api.JobState;
import java.util.EnumSet;
import java.util.Set;

/**
 * The one table of transitions (S-ST-03). Each state change of a stored job is one of these, and
 * one SQL statement guarded by the states named here. {@code started} does not occur: it is read
 * from the runs, the row says {@code enqueued} meanwhile.
 */
public enum Transition {
  /** A stored job gets a parent that is not done (S-GR-08). */
  ATTACH(Set.of(PENDING), WAIT_DEPENDENCIES),
  /** A node takes the job (T4). */
  CLAIM(Set.of(PENDING), ENQUEUED),
  /** The holder, or who recovers it, puts a claimed job back (T12, T16). */
  PUT_BACK(Set.of(ENQUEUED), PENDING),
  /** The run ended well, or found nothing to do (T6, T7). */
  COMPLETE(Set.of(ENQUEUED), DONE),
  /** The run is to be repeated later (T8, T9). */
  RETRY(Set.of(ENQUEUED), PENDING),
  /** The run failed for good (T10, T11). */
  FAIL(Set.of(ENQUEUED), FAILED),
  /** The holder gives up a job that it was asked to cancel (T15). */
  CANCEL_HELD(Set.of(ENQUEUED), CANCELLED),
  /** All parents are done (T3). */
  RELEASE(Set.of(WAIT_DEPENDENCIES), PENDING),
  /** A person, or the application, cancels a job that nobody holds (T15). */
  CANCEL(Set.of(WAIT_DEPENDENCIES, PENDING, FAILED), CANCELLED),
  /** A person declares a job done that nobody holds (T14). */
  SET_DONE(Set.of(WAIT_DEPENDENCIES, PENDING, FAILED, CANCELLED), DONE),
  /** A person wants it run again, all its parents being done (T13). */
  REQUEUE(Set.of(FAILED, DONE, CANCELLED), PENDING),
  /** A person wants it run again, a parent not being done (T13, S-GR-12). */
  REQUEUE_WAITING(Set.of(FAILED, DONE, CANCELLED), WAIT_DEPENDENCIES);

  private final Set<JobState> from;
  private final JobState to;

  Transition(Set<JobState> from, JobState to) {
    this.from = Set.copyOf(from);
    this.to = to;
  }

  /** States in which the transition is allowed. */
  public Set<JobState> from() {
    return EnumSet.copyOf(from);
  }

  /** The state that it leads to. */
  public JobState to() {
    return to;
  }

  /** Whether a job in this state may take the transition. */
  public boolean allows(JobState state) {
    return from.contains(state);
  }
}
