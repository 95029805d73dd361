package io.queuejob.chaos.check;

import java.time.Instant;
import java.util.Comparator;

/**
 * The row of a job at the end.
 *
 * @param id number of the row
 * @param state as stored
 * @param priority at the end
 * @param created of its capture
 * @param disturbed whether its history has an entry: retried, recovered, requeued
 * @param error message of the last failure; null if none
 */
record JobRow(
    long id, String state, int priority, Instant created, boolean disturbed, String error) {
  static final Comparator<JobRow> ORDER =
      Comparator.comparingInt(JobRow::priority)
          .thenComparing(JobRow::created)
          .thenComparingLong(JobRow::id);

  boolean isFinal() {
    return state.equals("done") || state.equals("cancelled");
  }
}
