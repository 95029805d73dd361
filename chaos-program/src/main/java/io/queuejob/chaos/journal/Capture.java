package io.queuejob.chaos.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * One captured job.
 *
 * @param number by which the ledger knows it
 * @param uuid of its row
 * @param channel its path
 * @param transaction in which it was captured
 */
public record Capture(long number, UUID uuid, String channel, Transaction transaction) {

  /**
   * A capturing transaction.
   *
   * @param id counts the transactions
   * @param began when its first job was captured
   * @param ended when its end was known
   * @param fate how it ended
   */
  public record Transaction(long id, Instant began, Instant ended, Fate fate) {}

  /** How a capturing transaction ended. */
  public enum Fate {
    /** Committed. */
    COMMITTED,
    /** Rolled back: no row may be there. */
    ROLLED_BACK,
    /** The commit's reply was lost: all of its rows are there, or none. */
    UNKNOWN
  }
}
