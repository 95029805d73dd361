package io.queuejob.admin.bulk;

import io.queuejob.admin.CommandResult;
import io.queuejob.admin.reach.Reach;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes of many jobs, and the change of one; the implementation is injected. */
public interface BulkAdmin {

  /**
   * Counts what a bulk change would meet.
   *
   * @throws io.queuejob.admin.search.FilterException if the filter cannot be read
   * @throws IllegalArgumentException QJ7036 to QJ7039 if the request cannot be carried out
   */
  BulkPreview preview(BulkRequest request);

  /**
   * Keeps a bulk change with its count; nothing is changed before it is confirmed. A key that the
   * same person has used finds what it made then.
   *
   * @throws IllegalArgumentException as {@link #preview}; QJ7040 if the key was used for another
   *     request
   */
  Bulk prepare(BulkRequest request, String actor);

  /** Lets a prepared change begin; one that has begun goes on. Empty if there is none. */
  Optional<Bulk> confirm(UUID id, String actor);

  /** Stops a change; what is changed stays so. Empty if there is none. */
  Optional<Bulk> stop(UUID id, String actor);

  /**
   * Lets a stopped change go on with what is left of it; one that was undone stays as it is. Empty
   * if there is none.
   *
   * @throws IllegalStateException QJ7042 if it is an undo that ended more than a week ago
   */
  Optional<Bulk> resume(UUID id, String actor);

  /**
   * Undoes a change that ended: begins another, which gives the jobs back the priority, earliest
   * start or channel that they had, and lets those wait again that were cancelled or set done. A
   * job that was changed since, or that was not to run before, is skipped with the reason. Jobs
   * that were cancelled because they waited for others stay so, and so does what went on since. A
   * requeue cannot be undone; any other can for a week.
   *
   * @return the change that undoes it; empty if there is none to undo
   * @throws IllegalStateException QJ7042 if it cannot be undone
   */
  Optional<Bulk> undo(UUID id, String actor);

  /**
   * The same for somebody who may act in some channels only. Previews count, and changes touch,
   * jobs in these channels alone; others are left out, or skipped with the reason if they come to
   * be outside later. Of bulk changes that others asked for, those count as reachable that stay in
   * these channels themselves. What is refused raises {@link
   * io.queuejob.admin.reach.OutOfReachException}.
   */
  BulkAdmin within(Reach reach);

  /** One bulk change; empty if there is none. */
  Optional<Bulk> bulk(UUID id);

  /**
   * Bulk changes that were confirmed, newest first.
   *
   * @param before identity of the last one of the page before; null for the newest
   */
  List<Bulk> list(UUID before, int limit);

  /**
   * Jobs that were skipped, by rising number.
   *
   * @param after number of the last one of the page before; 0 for the first
   */
  List<BulkSkip> skips(UUID id, long after, int limit);

  /**
   * Changes one job; priority, earliest start and channel of waiting jobs only.
   *
   * @throws IllegalArgumentException QJ7036 to QJ7038 if the value cannot be used
   */
  CommandResult change(UUID job, JobChange change, String actor);

  /**
   * The same for somebody who may see some channels only: bulk changes that may leave them are as
   * if they did not exist, for reading and for commands, and so are jobs elsewhere. {@link #within}
   * of what it returns limits commands further.
   */
  default BulkAdmin seeing(Reach reach) {
    return reach.unlimited(this);
  }
}
