package io.queuejob.admin;

/**
 * What {@link JobAdmin#requeueStuck} put back.
 *
 * @param enqueued jobs that were claimed and not seen to begin
 * @param started jobs that were seen running
 */
public record StuckJobs(long enqueued, long started) {

  /** Both together. */
  public long total() {
    return enqueued + started;
  }
}
