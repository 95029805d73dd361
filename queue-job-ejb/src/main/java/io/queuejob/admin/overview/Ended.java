package io.queuejob.admin.overview;

/**
 * Runs that ended in a span of time.
 *
 * @param done jobs done
 * @param failed jobs failed
 * @param retried runs that asked for another attempt
 * @param waited how long they had waited
 * @param ran how long they ran
 */
public record Ended(long done, long failed, long retried, Times waited, Times ran) {
  /** All runs. */
  public long runs() {
    return done + failed + retried;
  }
}
