package io.queuejob.admin.bulk;

import java.time.Instant;
import java.util.UUID;

/**
 * A bulk change and how far it is.
 *
 * @param id public identity
 * @param change what is done
 * @param filter line that says to which jobs
 * @param selection whether to a selection of jobs rather than to all that the filter leaves
 * @param actor who asked for it
 * @param counted jobs that were counted before it was confirmed; 100,001 stands for more
 * @param progress how far it is
 */
public record Bulk(
    UUID id,
    JobChange change,
    String filter,
    boolean selection,
    String actor,
    long counted,
    Progress progress) {

  /**
   * How far a bulk change is.
   *
   * @param state {@code prepared}, {@code collecting}, {@code running}, {@code stopped}, {@code
   *     done} or {@code failed}
   * @param created when it was asked for
   * @param confirmed when it was confirmed; null if it was not
   * @param ended when it ended; null if it did not
   * @param endedBy who stopped it; null if nobody did
   * @param collected jobs that it is about, as far as known
   * @param changed jobs that were changed
   * @param skipped jobs that were not, for a reason
   * @param trouble what held it up; null if nothing
   */
  public record Progress(
      String state,
      Instant created,
      Instant confirmed,
      Instant ended,
      String endedBy,
      long collected,
      long changed,
      long skipped,
      String trouble) {}

  /** Whether it goes on by itself. */
  public boolean isUnderWay() {
    return progress.state().equals("collecting") || progress.state().equals("running");
  }
}
